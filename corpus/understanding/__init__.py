"""Blocks to a Report: facts, judgements, outline, kinds, doubts and permanent ids."""
