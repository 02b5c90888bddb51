"""Lines in; the lines out, each table row folded to one with its cells."""
