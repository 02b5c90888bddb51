"""Report files to Reports with sections and paragraphs; knows nothing of an index."""
