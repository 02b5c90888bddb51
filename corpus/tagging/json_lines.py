"""Tag a stream of JSON lines, a paragraph per line: what `evidence tag` reads and prints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from corpus.errors import Refused
from corpus.tagging.themes import Tagging, TaggingInput, tag_paragraphs

REMEDY = 'give each line the form {"id": "...", "text": "..."}'

# Lines tagged at a time. Tagging many at once is what makes it fast; more gain nothing.
BATCH_LINES = 256


def tag_lines(lines: Iterable[str | bytes], name: str) -> Iterator[dict[str, Any] | Refused]:
    """Yield each line's object with `themes`, `polarity` and `why` added, in the input's order.

    In place of a line that is not JSON or has no text, yield why it was refused: the `name` of
    the input and the line's number, from 1. `section` and `kind` count where a line has them.
    """
    numbered = enumerate(lines, 1)
    while batch := list(islice(numbered, BATCH_LINES)):
        rows = [parse_line(line, f"{name}, line {number}") for number, line in batch]
        inputs = [row.paragraph for row in rows if isinstance(row, JsonRow)]
        taggings = iter(tag_paragraphs(inputs))
        for row in rows:
            if isinstance(row, Refused):
                yield row
            else:
                yield {**row.content, **tagging_to_json(next(taggings))}


@dataclass(frozen=True, slots=True)
class JsonRow:
    """A line's object, and the paragraph in it."""

    content: dict[str, Any]
    paragraph: TaggingInput


def parse_line(line: str | bytes, place: str) -> JsonRow | Refused:
    """Return what a line holds, or why it is refused; `place` names the line."""
    try:
        content = json.loads(line)
        return JsonRow(content, parse_content(content))
    except (ValueError, RecursionError) as error:
        return Refused(place, str(error), REMEDY)


def parse_content(content: Any) -> TaggingInput:
    """Return the paragraph in a line's content. Raise ValueError where it has none."""
    if not isinstance(content, dict):
        raise ValueError("is not a JSON object")
    text, section, kind = (get_text(content, key) for key in ("text", "section", "kind"))
    if not text or text.isspace():
        raise ValueError("has no text")
    return TaggingInput(text, section, kind)


def get_text(content: dict[str, Any], key: str) -> str | None:
    """Return the text at `key`, None where there is none. Raise ValueError for anything else."""
    value = content.get(key)
    if value is None or isinstance(value, str):
        return value
    raise ValueError(f"{key!r} is not a text")


def tagging_to_json(tagging: Tagging) -> dict[str, Any]:
    """Return a tagging as keys of a JSON object; `why` maps each tag to its words."""
    return {
        "themes": list(tagging.themes),
        "polarity": tagging.polarity,
        "why": {reason.tag: list(reason.words) for reason in tagging.reasons},
    }
