"""A report's paragraphs under their headings, and its contents, nested as the headings are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby, takewhile

from corpus.model import Paragraph

Path = tuple[str, ...]

TOP_HEADING, LOWEST_HEADING = 2, 6
"""The HTML levels of headings under the title of a page."""


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A heading with the paragraphs right under it, none where only other headings are.

    `anchor` is unique in its report. `depth` counts from 1, the outermost. `heading` is None for
    what stands before all headings.
    """

    anchor: str
    heading: str | None
    depth: int
    grade: str | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def level(self) -> int:
        """The HTML level of the heading."""
        return min(TOP_HEADING + self.depth - 1, LOWEST_HEADING)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A section in the contents of a report, with those nested in it."""

    section: ReportSection
    entries: tuple[ContentsEntry, ...]


def divide(paragraphs: Sequence[Paragraph]) -> tuple[ReportSection, ...]:
    """Return paragraphs of a report in order, by headings and grade."""
    sections: list[ReportSection] = []
    above: Path = ()
    anchors = (f"s{number}" for number in count(1))
    for (path, grade), run in groupby(paragraphs, key=lambda p: (path_of(p), p.grade)):
        opened = list(open_headings(above, path))
        for depth in opened[:-1]:
            sections.append(ReportSection(next(anchors), path[depth - 1], depth, None, ()))
        depth = opened[-1] if opened else max(len(path), 1)
        heading = path[depth - 1] if path else None
        sections.append(ReportSection(next(anchors), heading, depth, grade, tuple(run)))
        above = path
    return tuple(sections)


def path_of(paragraph: Paragraph) -> Path:
    """Return the headings above a paragraph: its section alone where no others are known."""
    return paragraph.path or ((paragraph.section,) if paragraph.section else ())


def open_headings(above: Path, path: Path) -> Iterator[int]:
    """Yield the depths at which headings begin that a path has and the one before it has not."""
    pairs = zip(above, path, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    yield from range(shared + 1, len(path) + 1)


def nest(sections: Sequence[ReportSection]) -> tuple[ContentsEntry, ...]:
    """Return the contents: each section with the deeper ones that follow it."""
    entries: list[ContentsEntry] = []
    start = 0
    while start < len(sections):
        end = start + 1
        while end < len(sections) and sections[end].depth > sections[start].depth:
            end += 1
        entries.append(ContentsEntry(sections[start], nest(sections[start + 1 : end])))
        start = end
    return tuple(entries)
