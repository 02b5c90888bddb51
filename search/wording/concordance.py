"""Concordance: every occurrence of a phrase with the words before and after it, aligned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import msgspec

from search.choices import ORDER
from search.engine import Engine
from search.errors import BadRequest
from search.language.plan import plan_phrase, plan_wording
from search.model import Request
from search.records import Occurrence

CONTEXT_CHARACTERS = 80  # shown on each side
MAX_LINES = 5000


@dataclass(frozen=True, slots=True)
class PlaceOfUse:
    """Where a wording is used; `ordinal` is the place of the paragraph in its report, from 1."""

    paragraph: str
    report: str
    ordinal: int
    authority: str | None
    dated: date | None
    section: str | None
    grade: str | None


@dataclass(frozen=True, slots=True)
class ConcordanceLine(PlaceOfUse):
    """One occurrence: the `match` as it is written, `left` and `right` of it, and its place."""

    left: str
    match: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """The occurrences of `phrase`: how many, in how many paragraphs and reports, and the lines of
    one page of them. `forms` are the forms of it that are counted, itself first. `in_boilerplate`
    counts those in paragraphs that three reports or more have word for word: they are left out of
    all else, unless they were asked for.
    """

    phrase: str
    forms: tuple[str, ...]
    occurrences: int
    paragraphs: int
    reports: int
    in_boilerplate: int
    lines: tuple[ConcordanceLine, ...]


def concordance(
    engine: Engine,
    request: Request,
    order: str = ORDER.default,
    inflected: bool = False,
    within: str = "",
    boilerplate: bool = False,
) -> Concordance:
    """Return the occurrences of the query of a request, taken as one phrase.

    Exact words, or any inflection of them and all forms of one word where `inflected`; only in the
    paragraphs with the wording `within`, where there is one; those in boilerplate too where
    `boilerplate`. Raise BadRequest for an order or a page that does not exist.
    """
    ORDER.check(order)
    if request.start < 0 or not 0 <= request.limit <= MAX_LINES:
        raise BadRequest(f"the start must be 0 or more, and limit from 0 to {MAX_LINES}")
    plan = plan_phrase(request, engine.compounds, order, inflected, engine.names)
    result = plan_wording(replace(request, query=within), engine) if within.strip() else None
    plan = msgspec.structs.replace(plan, within=result, boilerplate=boilerplate)
    occurrences = engine.occurrences(plan)
    return Concordance(
        plan.phrase,
        plan.texts,
        occurrences.total,
        occurrences.paragraphs,
        occurrences.reports,
        occurrences.in_boilerplate,
        tuple(map(line_of, occurrences.page)),
    )


def line_of(occurrence: Occurrence) -> ConcordanceLine:
    """Return the line of an occurrence."""
    text, start, end = occurrence.text, occurrence.start, occurrence.end
    return ConcordanceLine(
        paragraph=occurrence.paragraph_id,
        report=occurrence.report_id,
        ordinal=occurrence.ordinal,
        authority=occurrence.authority,
        dated=occurrence.dated,
        section=occurrence.section,
        grade=occurrence.grade,
        left=left_context(text[:start]),
        match=text[start:end],
        right=right_context(text[end:]),
    )


def left_context(text: str) -> str:
    """Return the last CONTEXT_CHARACTERS of a text, cut between words, as one line."""
    near = " ".join(text[-CONTEXT_CHARACTERS:].split())
    return near if len(text) <= CONTEXT_CHARACTERS else near.partition(" ")[2]


def right_context(text: str) -> str:
    """Return the first CONTEXT_CHARACTERS of a text, cut between words, as one line."""
    near = " ".join(text[:CONTEXT_CHARACTERS].split())
    return near if len(text) <= CONTEXT_CHARACTERS else near.rpartition(" ")[0]
