"""Wordings in all forms of their compounds, as a collection prints them; as written without one."""

from __future__ import annotations

from index.analysis import terms
from search.language.forms.compounds import Compound, Compounds, single_word
from search.language.forms.numbers import Parts


def units_of(text: str, compounds: Compounds | None) -> tuple[Compound, ...]:
    """Return the words of a text, those that are one as a compound."""
    return compounds.units(text) if compounds else tuple(map(single_word, terms(text)))


def phrases_of(text: str, compounds: Compounds | None) -> tuple[Parts, ...]:
    """Return the words of a text, as written first and then in all other forms."""
    return compounds.phrases(text) if compounds else (tuple(terms(text)),)
