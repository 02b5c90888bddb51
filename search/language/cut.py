"""Where a part of a query stands in its text: with its brackets and its NOT, and how to cut it."""

from __future__ import annotations

import re

from search.model import Span


def whole(text: str, start: int, end: int, negated: bool = False) -> Span:
    """Return the span from `start` to `end` grown over its brackets, and its NOT if `negated`."""
    if "(" in text:
        start, end = _bracketed(text, start, end)
    return Span(_sign(text, start) if negated else start, end)


def cut(text: str, span: Span) -> str:
    """Return the text without a span, with brackets around it alone, and an operator."""
    span = whole(text, span.start, span.end)
    left, right = text[: span.start].rstrip(), text[span.end :].lstrip()
    left = re.sub(r"(?:^|\s)(?:AND|OR|NOT)$", "", left)
    if not left.strip():
        right = re.sub(r"^(?:AND|OR)\s+", "", right)
    return f"{left} {right}".strip()


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a part starts and ends with its brackets."""
    while (surplus := _surplus(text[start:end])) > 0 and (close := text.find(")", end)) >= 0:
        end = close + 1
    while surplus < 0 and (opening := text.rfind("(", 0, start)) >= 0:
        start, surplus = opening, surplus + 1
    while (before := text[:start].rstrip()).endswith("(") and text[end:].lstrip().startswith(")"):
        start, end = len(before) - 1, text.index(")", end) + 1
    return start, end


def _sign(text: str, start: int) -> int:
    """Return where the NOT or minus before a part starts, `start` itself where there is none."""
    before = text[:start]
    if before.endswith("-"):
        return start - 1
    said = before.rstrip()
    return len(said) - len("NOT") if said.endswith("NOT") and said != before else start


def _surplus(text: str) -> int:
    return text.count("(") - text.count(")")
