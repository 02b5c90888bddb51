"""The bytes of a Word file in, a Document of the text that Word would print out."""

from corpus.formats.word.archive import is_zip
from corpus.formats.word.body import read_word

__all__ = ["is_zip", "read_word"]
