"""Report files in; Reports with sections and paragraphs out. Knows nothing of an index."""
