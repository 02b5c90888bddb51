"""Parsed reports in; a searchable index on disk out, and immutable snapshots to read it from."""
