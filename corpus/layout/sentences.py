"""Sentence boundaries: whether a text ends as a sentence does, or begins within one."""

from __future__ import annotations

SENTENCE_END_MARKS = (".", "!", "?")
CLOSING_MARKS = "’”'\")]»"
OPENING_MARKS = "‘“'\"("


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as a sentence does, closing quotes and brackets aside."""
    return text.rstrip(CLOSING_MARKS + " ").endswith(SENTENCE_END_MARKS)


def starts_lower(text: str) -> bool:
    """Return whether a text begins with a small letter: in the middle of a sentence."""
    return text.lstrip(OPENING_MARKS)[:1].islower()


def wraps_sentence(text: str) -> bool:
    """Return whether a text begins in the middle of a sentence, and not with a web address."""
    return starts_lower(text) and "." not in text.split(maxsplit=1)[0]
