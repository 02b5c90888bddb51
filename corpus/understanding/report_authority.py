"""Find the authority that a report is about: in its title, on its cover, or in its first words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.patterns import anyof
from corpus.registry import registry
from corpus.understanding.authorities import (
    Authority,
    find_authority,
    find_mentions,
    locate_mentions,
)
from corpus.understanding.dates import MONTH

SERVICES = r"(?:local authority )?children's (?:social care )?services?"
VISIT_TO_SERVICES = (
    rf"\b(?:focused|monitoring) visit (?:to|of) (?P<place>.{{3,80}}?)(?:'s?)? {SERVICES}"
)
INSPECTION_OF_SERVICES = (
    rf"\binspection of (?!services|safeguarding|looked)(?P<place>.{{3,80}}?) {SERVICES}"
)
SERVICES_ARE_GRADED = (
    r"\bchildren's services in (?:the )?(?P<place>.{3,60}?) (?:are|is|requires?)\b"
)

TITLE_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        VISIT_TO_SERVICES,
        r"\barea send (?:full )?inspection of (?P<place>.{3,80}?) local area partnership",
        r"\b(?:focused|monitoring) visit (?:to|of) (?P<place>[A-Z].{2,60})$",
        r"\bjoint (?:local )?area .{3,60}?(?:inspection|revisit) in (?P<place>.{3,60})$",
        INSPECTION_OF_SERVICES,
        r"\bjoint targeted area inspection of (?!the multi|services)(?P<place>.{3,80})$",
        r"\bjoint targeted area inspection of .{3,200}? in (?:the )?(?P<place>[A-Z].{2,80})$",
        r"\b(?:inspection|review) of .{3,200}? in (?:the )?(?P<place>[A-Z].{2,60})$",
        SERVICES_ARE_GRADED,
        r"^(?P<place>.{3,60}?) children's services authority area\b",
    )
)
SENTENCE_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        VISIT_TO_SERVICES,
        r"\b(?:focused|monitoring) visit (?:to|of) (?P<place>.{3,60}?),? on \d",
        INSPECTION_OF_SERVICES,
    )
)
"""How the first words of a letter or a report name the place that they are about."""

LISTED_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bjoint (?:targeted area )?inspection of [^.]{3,300}? in (?:the )?"
        r"(?P<place>[^.]{3,80})\.",
        r"\bthis (?:letter|report)\b[^.]{0,100}\b(?:outlines|summarises|sets out|gives|presents)\b"
        r"[^.]{3,300}? in (?:the )?(?P<place>[^.]{3,80})\.",
        SERVICES_ARE_GRADED,
    )
)
"""How they name a place that only counts if it is listed: what is "in" something may be any."""

STYLE_WORDS = r"(?:(?:royal|london|metropolitan|county|city|unitary|district|town) )*"
SAFEGUARDING_PARTNERS = r"(?:local )?safeguarding child(?:ren)?(?:'s)? (?:partnership|board)"
COUNCIL_NAME = anyof(
    rf"^(?:the )?{STYLE_WORDS}borough(?: council)? of .+$",
    r"^(?:city|county) of .+$",
    r"^.+ (?:council|borough|county|city|unitary authority|local authority)$",
    r"^(?:local authority|council|authority): .+$",
    rf"^(?!(?:the|local)\b).{{3,60}} {SAFEGUARDING_PARTNERS}$",
)
PROPER_NAME = re.compile(
    r"[A-Z][\w'-]+(?:,? (?:[A-Z][\w'-]+|and|by|in|of|on|the|upon|with|&)){0,5}"
)
"""A place's name and nothing else: its words begin in capitals."""

MAX_BARE_NAME_LINES = 3
"""Lines of a cover, from the top, that may be a place's bare name."""

MAX_COVER_TEXTS = 12
MAX_COVER_LINE_LETTERS = 90
MAX_NAME_WORDS = 7

NOT_A_PLACE = anyof(
    r":",
    r"\d",
    r"\breview$",
    r"^(?:child|baby|infant|family|young person)\b",
    r"^(?:age group|published|inspection|review|re-?inspection|report|judge?ment|grade|contents)\b",
    r"^(?:and|board|services|protection|local area partnership)\b",
    r"^(?:ofsted|care quality|hm|her majesty|his majesty)\b",
    r"^(?:executive summary|summary|foreword|introduction|confidential|draft|final|letter)\b",
    r"^(?:(?:the|main|key|our|headline) )*(?:findings?|outcomes?|recommendations?|strengths?)\b",
    r"^(?:context|background|evidence|methodology|scope|overview|conclusions?|next steps?)\b",
    r"^(?:priorities|actions?|areas? for|what|how|about|appendix|annex|glossary|notes?)\b",
    r"^(?:leaders|leadership|safeguarding|adoption|fostering|health|education|care leavers)\b",
)
"""Lines of a cover that do not name a place."""

NOT_AN_AUTHORITY = anyof(
    r"\d",
    rf"^(?:(?:early|mid|late) )?(?:{MONTH})$",
    r"^(?:spring|summer|autumn|winter)$",
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
    r"^(?:england|scotland|wales|northern ireland|ireland|great britain|britain|europe)\b",
    r"^(?:the )?(?:united kingdom|uk|country|republic|european union|eu)\b",
    r"^(?:ofsted|estyn|government|parliament)\b",
)
"""What stands where a place does and is none, or none of an authority: dates and countries."""

CAPITALISED = r"[A-Z][\w'-]*"
WORD_BEFORE = re.compile(rf"({CAPITALISED})\s+$")
WORD_AFTER = re.compile(rf"\s+({CAPITALISED})")
BESIDE_A_PLACE = anyof(
    r"^(?:the|in|of|local|area|partnership|send|council|borough|city|county|district|town|royal|"
    r"london|metropolitan|unitary|corporation|authority|mbc|children's?|services?|trust|"
    r"safeguarding|board|youth|inspection|report|joint|focused|monitoring|visit)$",
)
"""Capitalised words beside a place's name that leave it the same place: styles and services."""

COUNCIL_WORDS = anyof(
    rf"^(?:the )?{STYLE_WORDS}(?:borough|city|county|council)(?: council)? of ",
    r"^(?:the )?(?:council|local authority|authority)[: ]+",
    rf" {STYLE_WORDS}(?:council|authority|corporation|borough|county)(?: local authority)?$",
    r" local authority$",
    rf" {SAFEGUARDING_PARTNERS}$",
    r"'s$",
)
"""What a place's name is printed with: its style and what it is."""


def find_report_authority(
    lines: Sequence[str], sentences: Sequence[str], has_cover: bool = False
) -> Authority | None:
    """Return the authority that a report is about, as its opening names it.

    The `lines` of the opening, its title and its cover, have precedence over its `sentences`. On
    a cover (`has_cover`) a line may hold a place's bare name. An authority that is not in
    authorities.csv is returned under the name printed, without region.
    """
    return (
        find_in_patterns(TITLE_PATTERNS, lines)
        or find_on_cover(lines, has_cover)
        or find_in_patterns(SENTENCE_PATTERNS, sentences)
        or find_in_patterns(LISTED_PATTERNS, sentences, only_listed=True)
    )


def find_in_patterns(
    patterns: Sequence[re.Pattern[str]], texts: Sequence[str], only_listed: bool = False
) -> Authority | None:
    """Return the authority in the words of a title ("Focused visit to ...") or the like."""
    for pattern in patterns:
        for text in texts:
            match = pattern.search(text)
            authority = match and resolve_name(match["place"])
            if authority and (authority.region or not only_listed):
                return authority
    return None


def find_on_cover(cover: Sequence[str], has_cover: bool) -> Authority | None:
    """Return the authority whose name is a line of the cover by itself."""
    lines = [
        text
        for text in cover[:MAX_COVER_TEXTS]
        if 0 < len(text) < MAX_COVER_LINE_LETTERS and not NOT_A_PLACE.search(text)
    ]
    for text in lines:
        if authority := find_authority(text):
            return authority
    styled = next((resolve_name(text) for text in lines if COUNCIL_NAME.match(text)), None)
    bare_names = (
        resolve_name(text)
        for text in lines[:MAX_BARE_NAME_LINES]
        if has_cover and PROPER_NAME.fullmatch(text)
    )
    return styled or next(bare_names, None)


def resolve_name(name: str) -> Authority | None:
    """Return the authority of a printed name: as listed, by a listed name in it, or as printed."""
    name = name.strip(" .,:;")
    place = strip_council_words(name)
    authority = find_authority(name) or find_authority(place)
    if authority:
        return authority
    if mentions := [place for at, place in locate_mentions(name) if is_whole_name(name, *at)]:
        return mentions[-1]
    is_name = place[:1].isupper() and len(place.split()) <= MAX_NAME_WORDS
    is_other = NOT_AN_AUTHORITY.search(place) or place.lower() in registry().grade_words
    return Authority(place, None) if is_name and not is_other else None


def resolve_council(name: str) -> Authority | None:
    """Return the authority of a printed name that is listed or a council's, and no company's."""
    authority = resolve_name(name)
    is_council = authority and (authority.region or COUNCIL_NAME.match(name.strip()))
    return authority if is_council else None


def is_whole_name(text: str, start: int, end: int) -> bool:
    """Return whether a name in a text is no part of a longer one ("Greater Manchester")."""
    before, after = WORD_BEFORE.search(text[:start]), WORD_AFTER.match(text[end:])
    return all(word is None or BESIDE_A_PLACE.search(word[1]) for word in (before, after))


def strip_council_words(name: str) -> str:
    """Return a council's place: its name without borough, county, council and the like."""
    before = None
    while name != before:
        before, name = name, COUNCIL_WORDS.sub("", name).strip()
    return name


def find_most_named(texts: Sequence[str], at_least: int = 3) -> Authority | None:
    """Return the listed authority that texts name so often, and twice as often as any other.

    None where there is none such: a text names places for many reasons.
    """
    mentions = Counter(authority for text in texts for authority in find_mentions(text))
    (authority, count), (_, runner_up) = [*mentions.most_common(2), (None, 0), (None, 0)][:2]
    return authority if count >= max(at_least, 2 * runner_up) else None
