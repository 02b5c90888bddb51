"""The headings that stand open above a place in a report, and what they say of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from corpus.lazy import lazy_property

LOWEST_LEVEL = 9
"""Level of a heading of which the layout does not know the level."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What the headings above a paragraph say of it.

    `section` is the last of them that names what the paragraph is about, `path` are all of them,
    outermost first.
    """

    section: str | None = None
    area: str | None = None
    grade: str | None = None
    kind: str = "finding"
    timescale: str | None = None
    path: tuple[str, ...] = ()


def as_context(placement: Placement) -> Placement:
    """Return the placement there of what tells of the inspection itself."""
    return replace(placement, area="about", grade=None, kind="context", timescale=None)


@dataclass(frozen=True, slots=True)
class OpenHeading:
    """A heading, its level (1 is the highest), and the placement of what stands under it.

    `is_known`: the framework prints it. `is_division`: it opens a division. `is_inner`: it heads
    a part that all sections of findings have ("Summary"), and names no content. `has_text`: a
    paragraph stands right under it, `has_unnumbered_text`: one without a printed number.
    """

    title: str
    level: float
    placement: Placement
    is_known: bool = False
    is_division: bool = False
    is_inner: bool = False
    has_text: bool = False
    has_unnumbered_text: bool = False


@dataclass(frozen=True)
class OpenHeadings:
    """The headings above the next paragraph, outermost first; `base` is the placement without."""

    base: Placement = Placement()
    headings: tuple[OpenHeading, ...] = ()

    @property
    def last(self) -> OpenHeading | None:
        """The innermost heading, None where none is open."""
        return self.headings[-1] if self.headings else None

    @property
    def last_title(self) -> str:
        """The title of the innermost heading, "" where none is open."""
        return self.last.title if self.last else ""

    @lazy_property
    def placement(self) -> Placement:
        """The placement of the next paragraph."""
        placement = self.last.placement if self.last else self.base
        return replace(placement, path=tuple(heading.title for heading in self.headings))

    def above(self, level: float) -> OpenHeadings:
        """Return what is left of these where a heading of that level begins."""
        return replace(self, headings=tuple(takewhile(lambda h: h.level < level, self.headings)))

    def above_new(self, level: float, kind: str) -> OpenHeadings:
        """Return the headings above one that begins, of that level and kind of paragraphs.

        Of the same level with nothing between, the heading before it is a title over it and its
        siblings: it is ranked half a level higher.
        """
        kept, last = self.above(level), self.last
        if last is None or not is_title_over(last, level, kind):
            return kept
        outer = max((heading.level for heading in kept.headings), default=0)
        title = replace(last, level=(max(outer, last.level - 1) + last.level) / 2)
        return replace(kept, headings=(*kept.headings, title))

    def enter(self, heading: OpenHeading) -> OpenHeadings:
        """Return these with a heading, which ends all of its level and below."""
        outer = self.above_new(heading.level, heading.placement.kind)
        return replace(outer, headings=(*outer.headings, heading))

    def enter_inner(self, name: str, grade: str | None, level: int | None) -> OpenHeadings:
        """Return these with an inner heading: the section goes on to be about what it was."""
        outer = self.leave_inner()
        placement = outer.placement
        section, grade = placement.section or name, grade or placement.grade
        lowest = outer.last.level + 1 if outer.last else 0
        placement = replace(placement, section=section, grade=grade)
        heading = OpenHeading(name, max(level or LOWEST_LEVEL, lowest), placement, is_inner=True)
        return outer.enter(heading)

    def update(self, placement: Placement) -> OpenHeadings:
        """Return these with another placement of what comes next."""
        if self.last is None:
            return replace(self, base=placement)
        last = replace(self.last, placement=placement)
        return replace(self, headings=(*self.headings[:-1], last))

    def add_text(self, is_numbered: bool) -> OpenHeadings:
        """Return these after a paragraph under the last of them."""
        if self.last is None:
            return self
        has_unnumbered_text = self.last.has_unnumbered_text or not is_numbered
        if self.last.has_text and self.last.has_unnumbered_text == has_unnumbered_text:
            return self
        last = replace(self.last, has_text=True, has_unnumbered_text=has_unnumbered_text)
        return replace(self, headings=(*self.headings[:-1], last))

    def leave_inner(self) -> OpenHeadings:
        """Return these without the inner headings at their end."""
        outer = list(self.headings)
        while outer and outer[-1].is_inner:
            outer.pop()
        return replace(self, headings=tuple(outer))

    def leave_evidence(self) -> OpenHeadings:
        """Return the divisions among these, and headings over context: no findings above it."""
        stay = (h for h in self.headings if h.is_division or h.placement.kind == "context")
        return replace(self, headings=tuple(stay))

    def find_part(self, level: float) -> Placement | None:
        """Return what the part says, if it is none of findings, that a heading of a level begins
        in; None for none such.
        """
        parts = (h.placement for h in self.above(level).headings if h.is_division)
        return next((part for part in parts if part.kind != "finding"), None)

    def find_known(self, kind: str) -> OpenHeading | None:
        """Return the innermost heading of that kind of paragraphs that the framework prints."""
        known = (h for h in reversed(self.headings) if h.is_known and h.placement.kind == kind)
        return next(known, None)


def is_title_over(above: OpenHeading, level: float, kind: str) -> bool:
    """Return whether a heading right above another is the title over it."""
    if above.has_text or above.is_inner or above.level != level:
        return False
    return above.placement.kind == kind == "finding"
