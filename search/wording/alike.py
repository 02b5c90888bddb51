"""Precedents: the paragraphs most like a given one, or like a pasted draft, of each grade.

A draft is answered from memory: it is neither kept nor logged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.analysis import stem, terms
from search.engine import Engine
from search.errors import BadRequest
from search.language.nodes import Or, Term
from search.language.plan import Plan, plan_request
from search.model import Quote, Request
from search.present.hits import Hit, hits_of

MAX_CHARACTERS = 100_000
MAX_PARAGRAPHS = 20
PRECEDENTS_PER_GRADE = 3
COPY_SHARE = 0.75  # of the different words of two texts together: sharing more is copying
EMPTY_LINE = re.compile(r"\n\s*\n|\r\n\s*\r\n")


@dataclass(frozen=True, slots=True)
class Precedent:
    """A paragraph that is like the draft, and the words they share, weightiest first."""

    hit: Quote
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Precedents:
    """The paragraphs most like one of the draft, by grade from the best; None is ungraded."""

    draft: str
    grades: tuple[tuple[str | None, tuple[Precedent, ...]], ...]


def like_paragraph(engine: Engine, paragraph_id: str, request: Request) -> Precedents | None:
    """Return the precedents of a paragraph, from other reports; None for an unknown id."""
    neighbourhood = engine.neighbourhood(paragraph_id, around=0)
    if neighbourhood is None:
        return None
    text, report_id = neighbourhood.paragraph.text, neighbourhood.report.id
    return precedents(engine, text, filter_plan(engine, request), report_id)


def alike(engine: Engine, draft: str, request: Request) -> tuple[Precedents, ...]:
    """Return the precedents of each paragraph of a draft, under the filters of a request.

    Paragraphs are separated by empty lines. Raise BadRequest where the draft is too long.
    """
    if len(draft) > MAX_CHARACTERS:
        raise BadRequest(f"the draft has {len(draft)} characters; paste at most {MAX_CHARACTERS}")
    texts = [text.strip() for text in EMPTY_LINE.split(draft) if terms(text)]
    if len(texts) > MAX_PARAGRAPHS:
        raise BadRequest(f"the draft has {len(texts)} paragraphs; paste at most {MAX_PARAGRAPHS}")
    filters = filter_plan(engine, request)
    return tuple(precedents(engine, text, filters) for text in texts)


def filter_plan(engine: Engine, request: Request) -> Plan:
    """Return the plan of the filters of a request alone."""
    only_filters = Request(
        filters=request.filters,
        group=request.group,
        since=request.since,
        until=request.until,
        withdrawn=request.withdrawn,
    )
    return plan_request(only_filters, engine)


def precedents(
    engine: Engine, text: str, filters: Plan, report_id: str | None = None
) -> Precedents:
    """Return the precedents of one text, none of them in the report `report_id`."""
    stems = [stem(word) for word in terms(text)]
    similar = engine.similar(stems, filters, report_id)
    node = Or([Term("text", word) for word in similar.stems])
    return Precedents(
        text,
        tuple(
            (grade, choose(hits_of(engine, node, listing), frozenset(stems), similar.stems))
            for grade, listing in similar.by_grade
        ),
    )


def choose(
    hits: Sequence[Hit], draft_stems: frozenset[str], weighty_stems: Sequence[str]
) -> tuple[Precedent, ...]:
    """Return the best hits that are copies neither of the draft nor of each other."""
    chosen: list[Precedent] = []
    texts = [draft_stems]
    for hit in hits:
        words = {stem(word): word for word in reversed(terms(hit.text))}
        if any(is_copy(frozenset(words), text) for text in texts):
            continue
        texts.append(frozenset(words))
        shared = tuple(words[one] for one in weighty_stems if one in words)
        chosen.append(Precedent(hit.quote(), shared))
        if len(chosen) == PRECEDENTS_PER_GRADE:
            break
    return tuple(chosen)


def is_copy(stems: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two texts share so many of their different words that one copies the other."""
    return len(stems & other) >= COPY_SHARE * len(stems | other)
