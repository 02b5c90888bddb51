"""The blocks of a file in; who published it, and whether it is an inspection report, out."""
