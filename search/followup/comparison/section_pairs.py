"""Which section of a later report stands for which of an earlier one, across frameworks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.model import AREAS, Paragraph
from index.analysis import stem, terms
from search.language.function_words import stems_of_function_words

MIN_HEADING_OVERLAP = 0.5  # of the stems of two headings together: they name the same
MAX_CACHED_HEADINGS = 4096

# What a report says about itself comes last: a reader looks for findings.
AREA_ORDER = (*(area.key for area in AREAS if area.key != "about"), None, "about")


class SectionKey(NamedTuple):
    """A section as reports share it: its area, and the heading that is printed over it."""

    area: str | None
    heading: str | None


class SectionPair(NamedTuple):
    """An earlier and a later section that stand for each other; None where one has no other."""

    earlier: SectionKey | None
    later: SectionKey | None

    @property
    def area(self) -> str | None:
        """The area of both."""
        return (self.later or self.earlier or SectionKey(None, None)).area


def section_of(paragraph: Paragraph) -> SectionKey:
    """Return the section that a paragraph stands in."""
    return SectionKey(paragraph.area, paragraph.section)


def pair_sections(
    earlier: Sequence[Paragraph], later: Sequence[Paragraph]
) -> tuple[SectionPair, ...]:
    """Return the sections of two reports side by side: by area, in the order of AREA_ORDER, and
    within an area as the later report has them, then those of the earlier one alone.

    Within an area those with the most similar headings are paired; where one section is left on
    each side of an area that is known, these are: different frameworks name one area differently.
    """
    pairs: list[SectionPair] = []
    before, after = map(list_sections, (earlier, later))
    for area in AREA_ORDER:
        left = [one for one in before if one.area == area]
        right = [one for one in after if one.area == area]
        pairs += pair_within_area(left, right, is_known=area is not None)
    return tuple(pairs)


def list_sections(paragraphs: Sequence[Paragraph]) -> list[SectionKey]:
    """Return the sections of a report, each once, in their order."""
    return list(dict.fromkeys(map(section_of, paragraphs)))


def pair_within_area(
    earlier: list[SectionKey], later: list[SectionKey], is_known: bool
) -> Iterator[SectionPair]:
    """Yield the pairs of sections of one area, then the earlier ones that have no other."""
    earlier_of = match_headings(earlier, later)
    left = [one for one in earlier if one not in earlier_of.values()]
    right = [one for one in later if one not in earlier_of]
    if is_known and len(left) == len(right) == 1:
        earlier_of[right[0]] = left.pop()
    for one in later:
        yield SectionPair(earlier_of.get(one), one)
    for one in left:
        yield SectionPair(one, None)


def match_headings(
    earlier: Sequence[SectionKey], later: Sequence[SectionKey]
) -> dict[SectionKey, SectionKey]:
    """Return later section -> the earlier one with the most similar heading, one to one."""
    possible = sorted(
        (-overlap, j, i)
        for i, one in enumerate(earlier)
        for j, other in enumerate(later)
        if (overlap := heading_overlap(one.heading, other.heading)) >= MIN_HEADING_OVERLAP
    )
    matched: dict[int, int] = {}
    for _, j, i in possible:
        if j not in matched and i not in matched.values():
            matched[j] = i
    return {later[j]: earlier[i] for j, i in matched.items()}


def heading_overlap(one: str | None, other: str | None) -> float:
    """Return the share of the stems of two headings together that both have, 1 for the same."""
    if one == other:
        return 1.0
    stems, others = heading_stems(one or ""), heading_stems(other or "")
    return len(stems & others) / len(stems | others) if stems and others else 0.0


@lru_cache(maxsize=MAX_CACHED_HEADINGS)
def heading_stems(heading: str) -> frozenset[str]:
    """Return the stems of a heading that carry meaning."""
    return frozenset(map(stem, terms(heading))) - stems_of_function_words()
