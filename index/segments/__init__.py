"""Parsed reports to the checksummed file of a segment, and that to postings and paragraphs."""
