"""A report in; out, whether the index holds it, an earlier text of it, or neither."""
