"""Parsed reports in, the checksummed file of a segment out; that in, postings and paragraphs out."""
