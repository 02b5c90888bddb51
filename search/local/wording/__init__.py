"""A snapshot in, statistics of its words and phrases out, for the local engine."""
