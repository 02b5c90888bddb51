"""Tests of what is read from Word files."""
