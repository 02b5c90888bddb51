"""Paragraphs like a given one, or like a pasted draft: the best precedents of each grade.

A draft is answered from memory: it is neither kept nor logged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from index.analysis import stem, terms
from index.snapshot import Snapshot
from search.errors import BadRequest
from search.language.clauses import Clause, ParsedQuery
from search.language.function_words import function_words
from search.language.nodes import Or, Term
from search.local.matches import Matches, either
from search.local.relevance import ranked
from search.local.score import Ranking, ranking, top
from search.local.wording_corpus import GRADE_NAMES, WordingCorpus, ground
from search.model import Quote, Request, Span
from search.present.highlights import Marker
from search.present.hits import hit

MOST_CHARACTERS = 100_000
MOST_PARAGRAPHS = 20
TERMS = 30  # of a draft, the weightiest that are looked for
EACH = 3  # precedents of each grade
TRIED = 20  # of the best of each grade, so many are compared with the draft and each other
COPY = 0.75  # of the different words of two texts together, those in both: more is a copy
GAP = re.compile(r"\n\s*\n|\r\n\s*\r\n")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A paragraph that is like the draft, and the words they share, weightiest first."""

    hit: Quote
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Precedents:
    """The paragraphs most like one of the draft, by grade from the best; None is ungraded."""

    draft: str
    grades: tuple[tuple[str | None, tuple[Likeness, ...]], ...]


def like_paragraph(snapshot: Snapshot, paragraph_id: str, request: Request) -> Precedents | None:
    """Return the precedents of a paragraph, from other reports; None where there is none."""
    doc = snapshot.find(paragraph_id)
    if doc is None:
        return None
    text, report = snapshot.text(doc), int(snapshot.columns.report_of[doc])
    return precedents(ground(snapshot), text, request, report)


def alike(snapshot: Snapshot, draft: str, request: Request) -> tuple[Precedents, ...]:
    """Return the precedents of each paragraph of a draft, under the filters of a Request.

    Paragraphs are parted by empty lines. Raises BadRequest where the draft is too long.
    """
    if len(draft) > MOST_CHARACTERS:
        raise BadRequest(f"the draft has {len(draft)} characters; paste at most {MOST_CHARACTERS}")
    parts = [part.strip() for part in GAP.split(draft) if terms(part)]
    if len(parts) > MOST_PARAGRAPHS:
        raise BadRequest(f"the draft has {len(parts)} paragraphs; paste at most {MOST_PARAGRAPHS}")
    return tuple(precedents(ground(snapshot), part, request) for part in parts)


def precedents(
    floor: WordingCorpus, text: str, request: Request, report: int | None = None
) -> Precedents:
    """Return the precedents of one text, none from the report of row `report`."""
    stems = [stem(word) for word in terms(text)]
    weights = weighty(ranking(floor.snapshot), stems)
    found = matching(floor, weights, request, report)
    marker = Marker(Or([Term("text", one) for one in weights]))
    grades = []
    for code in (*range(1, len(GRADE_NAMES)), 0):
        best = found.take(np.flatnonzero(floor.grades[found.docs] == code))
        if len(best):
            alike = chosen(floor, best, frozenset(stems), weights, marker)
            grades.append((GRADE_NAMES[code], alike))
    return Precedents(text, tuple(grades))


def weighty(known: Ranking, stems: list[str]) -> Mapping[str, float]:
    """Return the weightiest stems of a text that the collection has, with their weights."""
    small = {stem(word) for word in function_words()}
    held = {
        one: (1 + np.log(times)) * known.idf(known.frequency("text", one))
        for one, times in Counter(stems).items()
        if one not in small and known.frequency("text", one)
    }
    best = sorted(held, key=lambda one: (-held[one], one))[:TERMS]
    return {one: float(held[one]) for one in best}


def matching(
    floor: WordingCorpus, weights: Mapping[str, float], request: Request, report: int | None
) -> Matches:
    """Return the paragraphs with any of the stems that may be shown, ranked by them."""
    known = ranking(floor.snapshot)
    parts = [known.term("text", one) for one in weights]
    found = either(parts, floor.snapshot.size)
    allowed = floor.let_through(request, found.docs)
    if report is not None:
        allowed &= floor.report_of[found.docs] != report
    asked = ParsedQuery("", tuple(clause(one) for one in weights), ())
    return ranked(floor.snapshot, asked, found.take(np.flatnonzero(allowed)))


def clause(one: str) -> Clause:
    """Return the clause that asks for a stem."""
    return Clause("word", one, Span(0, 0), Term("text", one))


def chosen(
    floor: WordingCorpus,
    found: Matches,
    draft: frozenset[str],
    weights: Mapping[str, float],
    marker: Marker,
) -> tuple[Likeness, ...]:
    """Return the best of the matches that are copies neither of the draft nor of each other."""
    kept: list[Likeness] = []
    seen = [draft]
    for row in top(found.scores, found.docs, TRIED).tolist()[:TRIED]:
        doc = int(found.docs[row])
        words = {stem(word): word for word in reversed(terms(floor.snapshot.text(doc)))}
        if any(is_copy(frozenset(words), other) for other in seen):
            continue
        seen.append(frozenset(words))
        shared = tuple(words[one] for one in weights if one in words)
        found_here = hit(floor.snapshot, marker, doc, float(found.scores[row]))
        kept.append(Likeness(found_here.quote(), shared))
        if len(kept) == EACH:
            break
    return tuple(kept)


def is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two texts share so many of their different words that one copies the other."""
    return len(one & other) >= COPY * len(one | other)
