"""Segments in, an index that plain Whoosh opens out: schema, codec, terms, matcher, contents."""
