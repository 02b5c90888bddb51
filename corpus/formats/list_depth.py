"""Nesting depth of list items, for formats that state only how far each item is indented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace as replace_fields

from corpus.formats.document import TextLine

IndentedLine = tuple[TextLine, int | None]
"""A line, and the indent of its bullet in any one unit; None where it has no bullet."""


def nest_bullets(indented_lines: Iterable[IndentedLine]) -> Iterator[TextLine]:
    """Yield the lines, each list item with the `bullet_depth` that its indent gives it.

    Depth counts from 1. A line without a bullet ends all lists.
    """
    open_indents: list[int] = []
    for line, indent in indented_lines:
        if indent is None:
            open_indents.clear()
            yield line
            continue
        while open_indents and open_indents[-1] >= indent:
            open_indents.pop()
        open_indents.append(indent)
        yield replace_fields(line, bullet_depth=len(open_indents))
