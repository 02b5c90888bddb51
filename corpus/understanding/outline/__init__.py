"""Blocks in, paragraphs with their place out: headings, leads, and what was set aside."""
