"""The benchmark: ours, Whoosh as it comes, SQLite FTS5 and tantivy on the same paragraphs."""
