"""The benchmark: this project, plain Whoosh, SQLite FTS5, tantivy and Datasette on the same text."""
