"""Segments to what plain Whoosh opens and searches: schema, codec, terms, matcher, contents."""
