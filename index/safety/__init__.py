"""An index is kept safe: archived, restored, and what is whole saved from a damaged one."""
