"""A number with its noun, as pages and commands write it: 1 report, 1,234 reports."""

from __future__ import annotations


def quantity(number: int, noun: str) -> str:
    """Return '1 report', '1,234 reports'."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
