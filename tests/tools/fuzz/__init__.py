"""Fuzzing, hostile input without end: python -m tests.tools.fuzz TARGET [--seconds 120] [--seed 1]"""
