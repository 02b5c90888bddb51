"""Report files to reports, sections and paragraphs; knows no index."""
