"""Parsed reports to a searchable index on disk, and immutable snapshots of it to read from."""
