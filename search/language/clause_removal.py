"""Cut one clause out of the text of a query, so that the other clauses stay as they were."""

from __future__ import annotations

import re

from search.language.fields import FIELD_OF
from search.model import Span

OPERATOR_AT_END = re.compile(r"(?<![^\s()])(?:AND|OR|NOT)$")
OPERATOR_AT_START = re.compile(r"(?:AND|OR|NOT)(?![^\s()])")
JOIN_AT_START = re.compile(r"(?:AND|OR)(?![^\s()])\s*")
FIELD_AT_END = re.compile(rf"(?<!\w)(?:{'|'.join(FIELD_OF)}):$")
# What may stand between two words of one token, as the hyphen in `multi-agency`. A colon stays, for
# a field name without it would be a word.
PUNCTUATION = re.compile(r'[^\s\w()"“”„«»:]')


def cut(text: str, span: Span) -> str:
    """Return the text without a clause, brackets around it alone, and the operator joining it."""
    left, right = _strip_end(text[: span.start]).rstrip(), _strip_start(text[span.end :]).lstrip()
    while left.endswith("(") and right.startswith(")"):
        left, right = FIELD_AT_END.sub("", left[:-1]).rstrip(), right[1:].lstrip()
    before = _drop_operators(left)
    if before == left or not before or before.endswith("("):  # else the one after joins the others
        while operator := JOIN_AT_START.match(right):
            right = right[operator.end() :]
    return f"{before} {right}".strip()


def _drop_operators(left: str) -> str:
    """Return the text before a clause without the operators at its end."""
    while operator := OPERATOR_AT_END.search(left, max(0, len(left) - len("AND"))):
        left = left[: operator.start()].rstrip()
    return left


def _strip_end(left: str) -> str:
    """Return the text before a clause without the punctuation at its end.

    That would mean something else without the clause: `plan~drift` without `drift` is the fuzzy
    word `plan~`. An operator that would remain of a word (`OR` of `OR-drift`) is put in lower case.
    """
    end = len(left)
    while end and PUNCTUATION.match(left[end - 1]):
        end -= 1
    stripped = left[:end]
    if end == len(left):
        return left
    if operator := OPERATOR_AT_END.search(stripped):
        return stripped[: operator.start()] + operator.group().lower()
    return f"{stripped[:-2]} 1" if stripped.endswith("~1") else stripped


def _strip_start(right: str) -> str:
    """Return the text after a clause without the punctuation at its start.

    That would mean something else without the clause: `multi-agency` without `multi` excludes
    `agency`. An operator that would remain of a word is put in lower case.
    """
    start = 0
    while start < len(right) and PUNCTUATION.match(right[start]):
        start += 1
    stripped = right[start:]
    if start and (operator := OPERATOR_AT_START.match(stripped)):
        return operator.group().lower() + stripped[operator.end() :]
    return stripped
