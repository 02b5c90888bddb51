"""Short names of authorities: a part of a name that one authority alone has, and abbreviations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from corpus import toml
from corpus.understanding.authorities import list_names, list_regions, load_authorities
from index.analysis import terms

# Stoke-on-Trent, Richmond upon Thames, East Riding of Yorkshire: only the first part is a name.
LEADS_TO_PLACE = re.compile(r"[\s-](?:on|upon|of)[\s-]", re.IGNORECASE)
# Barking and Dagenham, Blackburn with Darwen: so is each part.
JOINS_PLACES = re.compile(r",?\s(?:and|with|&)\s|,\s", re.IGNORECASE)
NO_NAMES = frozenset({"isle", "isles", "city", "county", "borough", "royal borough"})


@lru_cache(maxsize=1)
def short_names() -> Mapping[str, str]:
    """Return each short name -> the name of the one listed authority that has it; no part of a name
    that is a whole name of another authority or a region.
    """
    whole = {tuple(terms(name)) for name, _ in list_names()}
    whole |= {tuple(terms(region)) for region in list_regions()}
    owners: dict[str, set[str]] = defaultdict(set)
    for authority in load_authorities():
        for part in parts_of(authority.name):
            owners[part].add(authority.name)
    parts = {
        part: min(names)
        for part, names in owners.items()
        if len(names) == 1 and tuple(terms(part)) not in whole and part.lower() not in NO_NAMES
    }
    return parts | load_abbreviations()


@lru_cache(maxsize=1)
def load_abbreviations() -> dict[str, str]:
    """Return the abbreviations of `short_names.toml`, each with the name of its authority."""
    text = files("search.language.understanding").joinpath("short_names.toml").read_text("utf-8")
    abbreviations: dict[str, str] = toml.loads(text)["abbreviations"]
    return abbreviations


def parts_of(name: str) -> list[str]:
    """Return the parts of an authority's name that are names themselves; none of a simple name."""
    first, *beside = LEADS_TO_PLACE.split(name)
    if beside:
        return [first]
    parts = JOINS_PLACES.split(name)
    return parts if len(parts) > 1 else []
