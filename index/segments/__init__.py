"""Parsed reports in, the checksummed file of a segment out; postings and paragraphs read back."""
