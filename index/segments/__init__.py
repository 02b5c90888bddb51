"""Parsed reports to the checked file of one segment, and that file to postings and paragraphs."""
