"""Words beside a number, and what they are shortened to: `section 47` and `s.47`, `per cent`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.analysis import stem
from search.language.nodes import Phrase, Query, Term

SHORTENED = (
    ("section", "sec", "sect", "s"),
    ("paragraph", "para"),
    ("regulation", "reg"),
    ("schedule", "sch"),
)
"""Words that stand before a number, each with what it is shortened to."""

NAMES_OF = {name: names for names in SHORTENED for name in names}
NUMBERED = re.compile(rf"({'|'.join(NAMES_OF)})(\d+[a-z]?)")
NUMBER = re.compile(r"\d+[a-z]?")


def split_number(words: Sequence[str]) -> tuple[str, str] | None:
    """Return the name and the number of `s47`, or of `section 47`; None for other words."""
    if len(words) == 1 and (match := NUMBERED.fullmatch(words[0])):
        return match[1], match[2]
    if len(words) == 2 and words[0] in NAMES_OF and NUMBER.fullmatch(words[1]):
        return words[0], words[1]
    return None


def numbered_forms(name: str, number: str, typed: Sequence[str]) -> Iterator[Query]:
    """Yield the nodes of the other forms in which a number is printed with a name."""
    for other in NAMES_OF[name]:
        for words in ([other, number], [other + number]):
            if words != list(typed):
                yield as_typed(words)


def as_typed(words: Sequence[str]) -> Query:
    """Return the node of words one after another, in any inflection."""
    stems = list(map(stem, words))
    return Term("text", stems[0]) if len(stems) == 1 else Phrase("text", stems)


def percentage_size(words: Sequence[str]) -> int:
    """Return how many words are a number and `per cent`, which reports also print as a sign that
    is no word; 1 where there is none.
    """
    if not words[0][0].isdigit():
        return 1
    if list(words[1:3]) == ["per", "cent"]:
        return 3
    return 2 if list(words[1:2]) == ["percent"] else 1
