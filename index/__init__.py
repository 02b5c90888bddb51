"""Paragraphs to a searchable index on disk, and immutable views of it."""
