"""Where the sentences of a text end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from search.model import Span

SENTENCE_GAP = re.compile(r"(?<=[.!?])(?P<closing>[\"'’”)\]]*)\s+(?=[\"'‘“(\[]*[^\W_a-z])")
"""What closes a sentence after its mark, and the space up to the next one, which does not begin
with a small letter.
"""


def sentence_gaps(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the space between each two sentences, of those characters of a text, in order."""
    for gap in SENTENCE_GAP.finditer(text, start, len(text) if end is None else end):
        yield Span(gap.end("closing"), gap.end())


def sentence_spans(text: str) -> Iterator[Span]:
    """Yield the spans of the sentences of a text, in order."""
    start = 0
    for gap in sentence_gaps(text):
        yield Span(start, gap.start)
        start = gap.end
    if text[start:].strip():
        yield Span(start, len(text))
