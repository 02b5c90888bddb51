"""Paragraphs: the lines of the running text in; out come the blocks that they make."""
