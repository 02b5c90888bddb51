"""A plan in, its answer from a local snapshot out; a second engine is a folder beside this."""
