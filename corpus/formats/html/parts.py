"""Lines by the parts of a page: which are read, and what of the others may be a report's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.formats.document import UNREAD_TEXT, LeftOut, TextLine
from corpus.formats.html.elements import ARTICLE, FOOTER, LINKS, MAIN, PAGE, SITE

# What is left out says something of its own from so many words on, fewer where it is a sentence.
MIN_TEXT_WORDS, MIN_SENTENCE_WORDS = 8, 4
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*$")
SITE_WORDS = re.compile(
    r"\bcookies?\b|\bcopyright\b|©|\blicen[cs]ed?\b|\bprivacy\b|\bjavascript\b|\bbrowser\b",
    re.IGNORECASE,
)


class PageParts:
    """The lines of a page in its order, by the part of the page that each stands in."""

    def __init__(self) -> None:
        self.runs: list[tuple[str, list[TextLine]]] = []

    def lines_of(self, part: str) -> list[TextLine]:
        """Return where the next lines of a part go."""
        if not self.runs or self.runs[-1][0] != part:
            self.runs.append((part, []))
        return self.runs[-1][1]

    def parts_read(self) -> frozenset[str]:
        """Return the parts that are the report: all but the footer where none is the main one."""
        filled = {part for part, lines in self.runs if lines}
        if MAIN in filled or ARTICLE in filled:
            return frozenset({MAIN, ARTICLE, PAGE})
        return frozenset({PAGE, SITE, LINKS})

    def read_lines(self) -> list[TextLine]:
        """Return the report's lines, with the title that may stand in the page's header."""
        parts = self.parts_read()
        lines = [(line, part in parts) for part, run in self.runs for line in run]
        has_title = any(line.heading_level == 1 for line, is_read in lines if is_read)
        return [
            line
            for line, is_read in lines
            if is_read or (line.heading_level == 1 and not has_title)
        ]

    def left_out(self) -> Iterator[LeftOut]:
        """Yield the text of headers, footers and the like that may be more than a site's own."""
        parts = self.parts_read() | {LINKS}
        lines = [line.text for part, run in self.runs if part not in parts for line in run]
        if texts := [text for text in lines if is_said(text) and not SITE_WORDS.search(text)]:
            yield LeftOut(UNREAD_TEXT, " ".join(texts))


def part_of_line(part: str, is_link: bool) -> str:
    """Return the part that a line is in: one that is a link is none of the text around it."""
    return LINKS if is_link and part in (PAGE, SITE, FOOTER) else part


def is_said(text: str) -> bool:
    """Return whether a text says something, and is no label."""
    words = len(text.split())
    is_sentence = SENTENCE_END.search(text) is not None
    return words >= MIN_TEXT_WORDS or (words >= MIN_SENTENCE_WORDS and is_sentence)
