"""Find who published a report: only where it says so itself, on its cover or in its small print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.frameworks.framework import Framework
from corpus.layout.blocks import Block
from corpus.patterns import anyof, straighten
from corpus.understanding.dates import MONTH
from corpus.understanding.opening import (
    ADDRESS,
    MAX_OPENING_BLOCKS,
    find_salutation,
    is_line,
    list_cells,
    select_cover,
    select_opening,
)
from corpus.understanding.origin.inspectorates import (
    ANY_DOMAIN,
    ANY_NAME,
    INSPECTORATES,
    find_domains,
    find_inspectorates,
)

JOIN = r"(?:\s*(?:,|;|/|\||&|\band\b|\bthe\b|\([^()]{2,12}\)))*\s*"
ONLY_NAMES = re.compile(rf"{JOIN}(?:(?:{ANY_NAME})\b{JOIN})+", re.IGNORECASE)
NAME_AND_MONTH = re.compile(
    rf"(?:{ANY_NAME}),?\s+(?:\d{{1,2}}\s+)?(?:{MONTH})\s+\d{{4}}", re.IGNORECASE
)
"""A line of a cover: an inspectorate's name alone, or with the month of the report."""

WHOSE_INSPECTION = anyof(
    rf"^(?:date of )?(?:inspection|inspected|report|published)\b.{{0,40}}\bby (?:the )?"
    rf"(?P<names>(?:{ANY_NAME})\b.*)",
    r"^(?:publisher|inspectorates?|lead inspectors?)\s*:.{0,60}?"
    rf"\b(?P<labelled>(?:{ANY_NAME})\b.*)",
)
"""A line of a cover that says by whom."""

BY_WHOM = anyof(
    r"(?:^|\. )(?:(?:this|the)(?: \w+){0,4} (?:inspection|review|visit|report)|it) "
    r"(?:was|is|has been) (?:carried out|conducted|undertaken|led|produced|published)"
    r"(?: jointly)? by (?P<names>[^.]+)",
    rf"^[\W\d¹²³⁴-⁹]*(?P<producer>{ANY_NAME}) produces? this report\b",
)
"""A sentence that says who inspected, about the inspection that the report is on."""

NOT_THIS_INSPECTION = anyof(r"\b(?:last|previous|earlier|next)\b")

COLOPHON = anyof(
    rf"^(?:e|e-?mail|w|web|website)\s?:\s*\S*(?:{ANY_DOMAIN})",
    rf"^this (?:publication|report|document) is available (?:at|from|on) \S*(?:{ANY_DOMAIN})",
    rf"^(?:further|more) copies of this (?:report|publication|document)\b.*(?:{ANY_DOMAIN})",
    rf"^© (?:crown copyright )?(?:the )?(?:{ANY_NAME})\b",
    rf"^(?:{ANY_NAME}),? {ADDRESS}",
)
REGULATOR = anyof(
    r"^(?:the )?(?P<names>office for standards in education, children'?s services and skills)"
    r" \(ofsted\) (?:regulates|inspects)\b"
)
"""The small print on a last page: where the report is published, and what its publisher does."""

LETTERHEAD = anyof(rf"(?:@|www\.|//)\S*(?:{ANY_DOMAIN})")
MAX_LETTERHEAD_BLOCKS = 8
MAX_COVER_LINE_LETTERS = 120
MAX_TEXT_LETTERS = 2000
"""Letters of a text in which a publisher is looked for."""


def find_publisher(blocks: Sequence[Block]) -> str | None:
    """Return who published a report, several joined ("A, B and C"); None where it does not say.

    A text that only mentions an inspectorate says nothing of who wrote it.
    """
    names = frozenset(name for evidence in find_evidence(blocks) for name in evidence)
    if "HMI Constabulary" in names and any("HMICFRS" in block.text for block in blocks):
        names = names - {"HMI Constabulary"} | {"HMICFRS"}
    ordered = [i.name for i in INSPECTORATES if i.name in names]
    return " and ".join(filter(None, (", ".join(ordered[:-1]), *ordered[-1:]))) or None


def find_publisher_of_framework(blocks: Sequence[Block], framework: Framework) -> str | None:
    """Return the publisher that a framework's file names: where no other's reports have its title
    or cover, or where a line of the cover names it and `find_publisher` does not know it.
    """
    name = framework.publisher
    lines = (cell for b in select_opening(blocks) if is_line(b) for cell in list_cells(b))
    if framework.is_exclusive and any(map(framework.is_marked_by, lines)):
        return name
    if name is None or find_inspectorates(name):
        return None
    cover = (straighten(block.text).lower() for block in select_cover(blocks))
    return name if any(straighten(name).lower() in line for line in cover) else None


def find_evidence(blocks: Sequence[Block]) -> Iterator[frozenset[str]]:
    """Yield the inspectorates of each place where a report says whose it is."""
    texts = [straighten(block.text[:MAX_TEXT_LETTERS]) for block in blocks]
    cover = {straighten(block.text) for block in select_cover(blocks)}
    yield from find_in_letterhead(texts)
    for text in texts:
        if len(text) < MAX_COVER_LINE_LETTERS:
            yield read_cover_line(text, text in cover)
        yield read_small_print(text)
        yield read_sentence(text)


def find_in_letterhead(texts: Sequence[str]) -> Iterator[frozenset[str]]:
    """Yield the inspectorates whose addresses stand over a letter's salutation."""
    salutation = find_salutation(texts[:MAX_OPENING_BLOCKS])
    for text in texts[: min(salutation or 0, MAX_LETTERHEAD_BLOCKS)]:
        if LETTERHEAD.search(text):
            yield find_domains(text)


def read_cover_line(text: str, is_cover: bool) -> frozenset[str]:
    """Return the inspectorates of a line of names: one on a cover, several anywhere.

    Where inspectors of several sign, or are listed, their inspectorates stand over them.
    """
    if ONLY_NAMES.fullmatch(text) or NAME_AND_MONTH.fullmatch(text):
        names = find_inspectorates(text)
        return names if is_cover or len(names) > 1 else frozenset()
    by = WHOSE_INSPECTION.search(text) if is_cover else None
    return find_inspectorates(by["names"] or by["labelled"]) if by else frozenset()


def read_small_print(text: str) -> frozenset[str]:
    """Return the inspectorates of a text of the last page."""
    if regulator := REGULATOR.match(text):
        return find_inspectorates(regulator["names"])
    return find_domains(text) | find_inspectorates(text) if COLOPHON.match(text) else frozenset()


def read_sentence(text: str) -> frozenset[str]:
    """Return the inspectorates that a sentence says carried out this inspection."""
    names: frozenset[str] = frozenset()
    for by in BY_WHOM.finditer(text):
        if not NOT_THIS_INSPECTION.search(by[0]):
            names |= find_inspectorates(by["names"] or by["producer"])
    return names
