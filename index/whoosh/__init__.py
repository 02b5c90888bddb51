"""Segments to what plain Whoosh opens: schema, codec, terms, matcher and table of contents."""
