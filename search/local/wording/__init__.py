"""Compute statistics of words and phrases over a snapshot, for the local engine."""
