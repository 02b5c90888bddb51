"""Also searched: the wordings that the vocabulary added and the collection has."""

from __future__ import annotations

from collections.abc import Sequence

from search.engine import Engine
from search.language.parsed_query import ParsedQuery
from search.language.vocabulary import stems_of


def also_searched(engine: Engine, parsed: ParsedQuery) -> tuple[str, ...]:
    """Return the wordings that the vocabulary added and whose words the collection has.

    What has a wording around the one typed, as *long-term neglect* is around *neglect*, is found as
    typed: such a wording adds nothing.
    """
    wordings = (
        wording
        for clause in parsed.clauses
        for wording in clause.also
        if not any(
            is_part(stems_of(form), stems_of(wording)) for form in clause.forms or (clause.text,)
        )
    )
    return tuple(
        wording
        for wording in dict.fromkeys(wordings)
        if all(engine.frequency(stem) for stem in stems_of(wording))
    )


def is_part(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether words stand together, in their order, in a longer wording."""
    size = len(part)
    return any(whole[at : at + size] == part for at in range(len(whole) - size + 1))
