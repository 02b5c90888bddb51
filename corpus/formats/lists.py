"""How deep list items are nested, in formats that say how far they are indented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.formats.lines import Line


def nested(lines: Iterable[Line]) -> Iterator[Line]:
    """Yields the lines, `bullet` changed from an item's indent (any unit) to its depth from 1."""
    indents: list[int] = []
    for line in lines:
        if line.bullet is None:
            indents.clear()
            yield line
            continue
        while indents and indents[-1] >= line.bullet:
            indents.pop()
        indents.append(line.bullet)
        yield replace(line, bullet=len(indents))
