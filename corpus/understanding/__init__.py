"""Blocks in, a Report out: its facts, judgements, placed paragraphs, doubts and permanent ids."""
