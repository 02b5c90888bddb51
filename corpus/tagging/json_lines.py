"""Tagging a stream of JSON lines: what `evidence tag` reads and prints, a line a paragraph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from corpus.errors import Refused
from corpus.tagging.themes import Passage, Tagging, tag_all

REMEDY = 'give each line the form {"id": "...", "text": "..."}'


# Tagging many at once is what makes it fast; more at once gain nothing.
TOGETHER = 256


def tag_lines(lines: Iterable[str | bytes], name: str) -> Iterator[dict[str, Any] | Refused]:
    """Yields each line's object with `themes`, `polarity` and `why` added, in the input's order.

    For a line that is no JSON or has no text yields, in its place, why it was refused: `name`
    and its number, from 1. `section` and `kind` count where a line has them.
    """
    numbered = enumerate(lines, 1)
    while some := list(islice(numbered, TOGETHER)):
        read = [attempt(line, f"{name}, line {number}") for number, line in some]
        taggings = iter(tag_all([row.passage for row in read if isinstance(row, Row)]))
        for row in read:
            yield row if isinstance(row, Refused) else {**row.content, **as_json(next(taggings))}


@dataclass(frozen=True, slots=True)
class Row:
    """A line's object, and the passage to tag in it."""

    content: dict[str, Any]
    passage: Passage


def attempt(line: str | bytes, place: str) -> Row | Refused:
    """Returns what a line holds, or why it is refused."""
    try:
        return row(line)
    except (ValueError, RecursionError) as error:
        return Refused(place, str(error), REMEDY)


def row(line: str | bytes) -> Row:
    """Returns what a line holds. Raises ValueError where that is no object or has no text."""
    content = json.loads(line)
    if not isinstance(content, dict):
        raise ValueError("is no JSON object")
    text, section, kind = (optional(content, key) for key in ("text", "section", "kind"))
    if not text or text.isspace():
        raise ValueError("has no text")
    return Row(content, Passage(text, section, kind))


def optional(row: dict[str, Any], key: str) -> str | None:
    """Returns the text at `key`, None where there is none. Raises ValueError for anything else."""
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise ValueError(f"{key!r} is no text")


def as_json(tagging: Tagging) -> dict[str, Any]:
    """Returns the tagging as keys of a JSON object; `why` maps each tag to its words."""
    return {
        "themes": list(tagging.themes),
        "polarity": tagging.polarity,
        "why": {reason.tag: list(reason.words) for reason in tagging.why},
    }
