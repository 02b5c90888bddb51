"""A plan to its answer, from a snapshot on this machine's disk."""
