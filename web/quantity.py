"""A number with its noun, as pages and commands write it: 1 report, 1,234 reports."""

from __future__ import annotations

from collections.abc import Iterable


def quantity(number: int, noun: str) -> str:
    """Return '1 report', '1,234 reports'."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def page_ranges(pages: Iterable[int]) -> str:
    """Return ascending numbers of pages, those that follow each other as one: '1 to 3, 5'."""
    ranges: list[tuple[int, int]] = []
    for page in pages:
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], page)
        else:
            ranges.append((page, page))
    return ", ".join(str(a) if a == b else f"{a} to {b}" for a, b in ranges)
