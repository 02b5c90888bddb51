"""Short names of authorities: the first or the last part of a name, where one authority has it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from corpus.understanding.authorities import list_names, list_regions, load_authorities
from index.analysis import terms

# Stoke-on-Trent, Richmond upon Thames, East Riding of Yorkshire: only the first part is a name.
LEADS_TO_PLACE = re.compile(r"[\s-](?:on|upon|of)[\s-]", re.IGNORECASE)
# Barking and Dagenham, Blackburn with Darwen: so is each part.
JOINS_PLACES = re.compile(r",?\s(?:and|with|&)\s|,\s", re.IGNORECASE)
NO_NAMES = frozenset({"isle", "isles", "city", "county", "borough", "royal borough"})


@lru_cache(maxsize=1)
def short_names() -> Mapping[str, str]:
    """Return each short name -> the name of the one listed authority that has it; none that is a
    whole name of another authority or a region.
    """
    whole = {tuple(terms(name)) for name, _ in list_names()}
    whole |= {tuple(terms(region)) for region in list_regions()}
    owners: dict[str, set[str]] = defaultdict(set)
    for authority in load_authorities():
        for part in parts_of(authority.name):
            owners[part].add(authority.name)
    return {
        part: min(names)
        for part, names in owners.items()
        if len(names) == 1 and tuple(terms(part)) not in whole and part.lower() not in NO_NAMES
    }


def parts_of(name: str) -> list[str]:
    """Return the parts of an authority's name that are names themselves; none of a simple name."""
    first, *beside = LEADS_TO_PLACE.split(name)
    if beside:
        return [first]
    parts = JOINS_PLACES.split(name)
    return parts if len(parts) > 1 else []
