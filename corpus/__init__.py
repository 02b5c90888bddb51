"""Report files in; Reports with sections and paragraphs out, without knowing of an index."""
