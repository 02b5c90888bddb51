"""The characters of an HTML file in, a Document of what a browser would show out."""

from corpus.formats.html.page import is_html, read_html

__all__ = ["is_html", "read_html"]
