"""Report files in; Reports with sections and paragraphs out; knows nothing of an index."""
