"""Cut one clause out of the text of a query, so that the other clauses stay as they were."""

from __future__ import annotations

import re

from search.language.fields import FIELDS
from search.model import Span

OPERATOR_AT_END = re.compile(r"(?<![^\s()])(?:AND|OR|NOT)$")
OPERATOR_AT_START = re.compile(r"(?:AND|OR|NOT)(?![^\s()])")
JOIN_AT_START = re.compile(r"(?:AND|OR)(?![^\s()])\s*")
FIELD_AT_END = re.compile(rf"(?<!\w)(?:{'|'.join(FIELDS)}):$")
# What may stand between two words of one token, as the hyphen in `multi-agency`. A colon stays, for
# a field name without it would be a word.
PUNCTUATION = re.compile(r'[^\s\w()"“”„«»:]')


def cut(text: str, span: Span) -> str:
    """Return the text without a clause, brackets around it alone, and the operator joining it."""
    left, right = _end_word(text[: span.start]).rstrip(), _start_word(text[span.end :]).lstrip()
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


def _end_word(left: str) -> str:
    """Return the text before a clause so that what it ends in stays a word without the clause: in
    `plan~b`, of `plan~` the word `plan`.
    """
    end = len(left)
    while end and PUNCTUATION.match(left[end - 1]):
        end -= 1
    word = left[:end]
    if end == len(left):
        return left
    if operator := OPERATOR_AT_END.search(word):
        return word[: operator.start()] + operator.group().lower()
    return f"{word[:-2]} 1" if word.endswith("~1") else word


def _start_word(right: str) -> str:
    """Return the text after a clause so that what it starts with stays a word without the clause:
    in `multi-agency`, of `-agency` the word `agency`.
    """
    start = 0
    while start < len(right) and PUNCTUATION.match(right[start]):
        start += 1
    word = right[start:]
    if start and (operator := OPERATOR_AT_START.match(word)):
        return operator.group().lower() + word[operator.end() :]
    return word
