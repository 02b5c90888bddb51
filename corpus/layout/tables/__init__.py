"""Tables: lines in; out come the lines, each table row folded to one with its cells."""
