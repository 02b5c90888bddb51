"""Snippets: the window of a paragraph where the most different marked words stand together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from search.model import Span

SNIPPET_CHARACTERS = 300  # about three lines on the page

SENTENCE_GAP = re.compile(r"(?<=[.!?;:])\s+(?=\S)")
SPACE = re.compile(r"\s+")


def best_snippet(
    text: str,
    marks: Sequence[Span],
    width: int = SNIPPET_CHARACTERS,
    shown_first: Sequence[Span] = (),
) -> Span:
    """Return the span of the best window, at most about `width` long, cut between words.

    `marks` are in order and do not overlap, and so are the spans `shown_first`: a window that holds
    one is better than any that does not. A text little longer than `width` is shown whole.
    """
    if len(text) <= width * 1.2:
        return Span(0, len(text))
    start = SnippetWindows(text, marks, width, shown_first).best_start() if marks else 0
    return Span(start, window_end(text, start, width, marks))


class SnippetWindows:
    """The windows of a text that may be shown, and how they rank."""

    def __init__(
        self, text: str, marks: Sequence[Span], width: int, shown_first: Sequence[Span]
    ) -> None:
        self.text, self.width, self.shown_first = text, width, shown_first
        self.mark_starts = [mark.start for mark in marks]
        self.mark_ends = [mark.end for mark in marks]
        self.marked = [text[mark.start : mark.end].casefold() for mark in marks]

    def best_start(self) -> int:
        """Return where the best window begins."""
        return max(self._starts(), key=self._rank)

    def _starts(self) -> set[int]:
        """Return where a window may begin: at sentences, and some words before a mark."""
        sentences = {gap.end() for gap in SENTENCE_GAP.finditer(self.text)}
        before = {word_start(self.text, start - self.width // 4) for start in self.mark_starts}
        return {0} | sentences | {start for start in before if start < len(self.text)}

    def _rank(self, start: int) -> tuple[bool, int, int, bool, int]:
        """Rank a window: what is shown first, different marked words, all marks, whole sentences,
        then earliest.
        """
        end = start + self.width
        has_first = any(start <= one.start and one.end <= end for one in self.shown_first)
        first = bisect_left(self.mark_starts, start)
        marked = self.marked[first : bisect_right(self.mark_ends, end)]
        gap = SENTENCE_GAP.search(self.text, max(0, start - 2), start + 1)
        return has_first, len(set(marked)), len(marked), start == 0 or bool(gap), -start


def word_start(text: str, place: int) -> int:
    """Return where the first whole word from `place` on begins."""
    if place <= 0:
        return 0
    space = SPACE.search(text, place)
    return space.end() if space else 0


def window_end(text: str, start: int, width: int, marks: Sequence[Span]) -> int:
    """Return the window's end: a sentence's if that is not far, else between two words."""
    if start + width >= len(text):
        return len(text)
    last_mark = max((mark.end for mark in marks if mark.end <= start + width), default=0)
    gaps = [gap.start() for gap in SENTENCE_GAP.finditer(text, start, start + width + 1)]
    if gaps and gaps[-1] >= max(last_mark, start + width * 2 // 3):
        return gaps[-1]
    space = text.rfind(" ", start + 1, start + width + 1)
    return space if space >= last_mark and space > start else start + width
