"""Typed text to a plan: parser, fields, vocabulary, negation and spelling."""
