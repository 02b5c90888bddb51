"""Tagging a stream of JSON lines: what `evidence tag` reads and prints, a line a paragraph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from corpus.errors import Refused
from corpus.themes import Tagging, tag

REMEDY = 'give each line the form {"id": "...", "text": "..."}'


def tag_lines(lines: Iterable[str | bytes], name: str) -> Iterator[dict[str, Any] | Refused]:
    """Yields each line's object with `themes`, `polarity` and `why` added, in the input's order.

    For a line that is no JSON or has no text yields, in its place, why it was refused: `name`
    and its number, from 1. `section` and `kind` count where a line has them.
    """
    for number, line in enumerate(lines, 1):
        try:
            yield tagged(line)
        except (ValueError, RecursionError) as error:
            yield Refused(f"{name}, line {number}", str(error), REMEDY)


def tagged(line: str | bytes) -> dict[str, Any]:
    """Returns the line's object with its tagging. Raises ValueError where it has no text."""
    row = json.loads(line)
    if not isinstance(row, dict):
        raise ValueError("is no JSON object")
    text, section, kind = (optional(row, key) for key in ("text", "section", "kind"))
    if not text or text.isspace():
        raise ValueError("has no text")
    return {**row, **as_json(tag(text, section, kind))}


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
