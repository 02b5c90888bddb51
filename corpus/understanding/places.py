"""Which authority a report is about, as its title, cover or letter says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.patterns import anyof
from corpus.understanding.authorities import Authority, known, mentioned

SERVICES = r"(?:local authority )?children's (?:social care )?services?"
IN_TITLE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:focused|monitoring) visit (?:to|of) (?P<place>.{{3,80}}?)(?:'s?)? {SERVICES}",
        r"\barea send (?:full )?inspection of (?P<place>.{3,80}?) local area partnership",
        r"\b(?:focused|monitoring) visit (?:to|of) (?P<place>[A-Z].{2,60})$",
        r"\bjoint (?:local )?area .{3,60}?(?:inspection|revisit) in (?P<place>.{3,60})$",
        rf"\binspection of (?!services|safeguarding|looked)(?P<place>.{{3,80}}?) {SERVICES}",
        r"\bjoint targeted area inspection of (?!the multi|services)(?P<place>.{3,80})$",
        r"\bjoint targeted area inspection of .{3,200}? in (?:the )?(?P<place>[A-Z].{2,80})$",
        r"\b(?:inspection|review) of .{3,200}? in (?:the )?(?P<place>[A-Z].{2,60})$",
        r"\bchildren's services in (?:the )?(?P<place>.{3,60}?) (?:are|is|requires?)\b",
        r"^(?P<place>.{3,60}?) children's services authority area\b",
    )
)
STYLE = r"(?:(?:royal|london|metropolitan|county|city|unitary|district|town) )*"
COUNCIL = anyof(
    rf"^(?:the )?{STYLE}borough(?: council)? of .+$",
    r"^(?:city|county) of .+$",
    r"^.+ (?:council|borough|county|city|unitary authority|local authority)$",
    r"^(?:local authority|council|authority): .+$",
)
PROPER = re.compile(r"[A-Z][\w'-]+(?:,? (?:[A-Z][\w'-]+|and|by|in|of|on|the|upon|with|&)){0,5}")
"""A place's name and nothing else: its words begin in capitals."""

BARE_LINES = 3
LABEL = anyof(
    r":",
    r"\d",
    r"^(?:age group|published|inspection|review|re-?inspection|report|judge?ment|grade|contents)\b",
    r"^(?:and|board|services|protection|local area partnership)\b",
    r"^(?:ofsted|care quality|hm|her majesty|his majesty)\b",
)
"""Lines of a cover that name no place."""

DECORATION = anyof(
    rf"^(?:the )?{STYLE}(?:borough|city|county|council)(?: council)? of ",
    r"^(?:the )?(?:council|local authority|authority)[: ]+",
    rf" {STYLE}(?:council|authority|corporation|borough|county)(?: local authority)?$",
    r" local authority$",
    r"'s$",
)
"""What a place's name is printed with: its style and what it is."""


def authority_named(
    opening: Sequence[str], everything: Sequence[str], covered: bool = False
) -> Authority | None:
    """Returns the authority that a report is about, as `opening` (its first texts) names it.

    `covered` says that it begins with a cover, where a line may hold a place's bare name.

    An authority that authorities.csv does not hold is returned under the name printed, without
    region. Where the opening names none, the one that `everything` names most often counts.
    """
    place = in_title(opening) or on_cover(opening, covered)
    if place:
        return place
    return most_named(opening, at_least=2) or most_named(everything, at_least=3)


def in_title(opening: Sequence[str]) -> Authority | None:
    """Returns the authority in the words of the title ("Focused visit to ...")."""
    for pattern in IN_TITLE:
        for text in opening:
            match = pattern.search(text)
            place = match and resolved(match["place"])
            if place:
                return place
    return None


def on_cover(opening: Sequence[str], covered: bool) -> Authority | None:
    """Returns the authority that has a line of the cover for itself."""
    lines = [text for text in opening[:12] if 0 < len(text) < 90 and not LABEL.search(text)]
    for text in lines:
        if known(text):
            return known(text)
    styled = next((resolved(text) for text in lines if COUNCIL.match(text)), None)
    bare = (resolved(text) for text in lines[:BARE_LINES] if covered and PROPER.fullmatch(text))
    return styled or next(bare, None)


def resolved(name: str) -> Authority | None:
    """Returns the authority of that printed name, by the list, by a name in it, or as it stands."""
    name = name.strip(" .,:;")
    place = known(name) or known(plain(name))
    if place:
        return place
    within = mentioned(name)
    if within:
        return within[-1]
    printed = plain(name)
    proper = printed[:1].isupper() and len(printed.split()) <= 7
    return Authority(printed, None) if proper else None


def plain(name: str) -> str:
    """Returns a council's place: its name without borough, county, council and the like."""
    before = None
    while name != before:
        before, name = name, DECORATION.sub("", name).strip()
    return name


def most_named(texts: Sequence[str], at_least: int) -> Authority | None:
    """Returns the listed authority named most often, None where too few name it."""
    counts = Counter(place for text in texts for place in mentioned(text))
    for place, count in counts.most_common(1):
        return place if count >= at_least else None
    return None
