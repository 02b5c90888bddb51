"""The best window of a paragraph: where the most different marked words stand together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from search.model import Span

WIDTH = 300  # characters: about three lines on the page

_SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=\S)")
_SPACE = re.compile(r"\s+")


def snippet(text: str, marks: Sequence[Span], width: int = WIDTH) -> Span:
    """Return the span of the best window, at most about `width` long, cut between words.

    `marks` are in order and do not overlap. A text little longer than `width` is shown whole.
    """
    if len(text) <= width * 1.2:
        return Span(0, len(text))
    start = Windows(text, marks, width).best() if marks else 0
    return Span(start, _end(text, start, width, marks))


class Windows:
    """The windows of a text that may be shown, and what each is worth."""

    def __init__(self, text: str, marks: Sequence[Span], width: int) -> None:
        self.text, self.width = text, width
        self.first = [mark.start for mark in marks]
        self.last = [mark.end for mark in marks]
        self.said = [text[mark.start : mark.end].casefold() for mark in marks]

    def best(self) -> int:
        """Return where the best window begins."""
        return max(self._starts(), key=self._worth)

    def _starts(self) -> set[int]:
        """Return where a window may begin: at sentences, and some words before a mark."""
        sentences = {found.end() for found in _SENTENCE.finditer(self.text)}
        before = {_word_start(self.text, place - self.width // 4) for place in self.first}
        return {0} | sentences | {start for start in before if start < len(self.text)}

    def _worth(self, start: int) -> tuple[int, int, bool, int]:
        """Rank a window: different marked words, all marks, whole sentences, then earliest."""
        inside = slice(bisect_left(self.first, start), bisect_right(self.last, start + self.width))
        said = self.said[inside]
        at_sentence = start == 0 or bool(_SENTENCE.search(self.text, max(0, start - 2), start + 1))
        return len(set(said)), len(said), at_sentence, -start


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
