"""The best window of a paragraph: where the most different marked words stand together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.model import Span

WIDTH = 300  # characters: about three lines on the page

_SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=\S)")
_SPACE = re.compile(r"\s+")


def snippet(text: str, marks: Sequence[Span], width: int = WIDTH) -> Span:
    """Return the span of the best window, at most about `width` long, cut between words.

    A text little longer than that is shown whole.
    """
    if len(text) <= width * 1.2:
        return Span(0, len(text))
    start = max(_starts(text, marks, width), key=lambda one: _worth(text, marks, one, width))
    return Span(start, _end(text, start, width, marks))


def _starts(text: str, marks: Sequence[Span], width: int) -> list[int]:
    """Return where a window may begin: at sentences, and some words before a mark."""
    sentences = [0, *(found.end() for found in _SENTENCE.finditer(text))]
    before = [_word_start(text, mark.start - width // 4) for mark in marks]
    return [start for start in (*sentences, *before) if start < len(text)]


def _worth(text: str, marks: Sequence[Span], start: int, width: int) -> tuple[int, int, bool, int]:
    """Rank a window: different marked words, all marks, whole sentences, then earliest."""
    inside = [mark for mark in marks if start <= mark.start and mark.end <= start + width]
    different = {text[mark.start : mark.end].casefold() for mark in inside}
    at_sentence = start == 0 or bool(_SENTENCE.search(text, max(0, start - 2), start + 1))
    return len(different), len(inside), at_sentence, -start


def _word_start(text: str, place: int) -> int:
    if place <= 0:
        return 0
    found = _SPACE.search(text, place)
    return found.end() if found else 0


def _end(text: str, start: int, width: int, marks: Sequence[Span]) -> int:
    """Return the window's end: a sentence's if that is not far, else between two words."""
    if start + width >= len(text):
        return len(text)
    last = max((mark.end for mark in marks if mark.end <= start + width), default=0)
    sentences = [found.start() for found in _SENTENCE.finditer(text, start, start + width + 1)]
    if sentences and sentences[-1] >= max(last, start + width * 2 // 3):
        return sentences[-1]
    space = text.rfind(" ", start + 1, start + width + 1)
    return space if space >= last and space > start else start + width
