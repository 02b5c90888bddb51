"""Counter-evidence: the passages that say the opposite of a paragraph about the same matter.

Sentences are set against sentences: one that praises against one that criticises the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Paragraph, report_id_of
from search.engine import Engine
from search.followup.comparison.word_weights import WordWeigher, shared_words
from search.followup.contrary.claims import (
    OPPOSITE,
    Subject,
    polarities_of,
    read_subject,
)
from search.followup.contrary.contradictions import Contradiction, contradictions, list_candidates
from search.followup.contrary.report_scopes import note_limits, report_scopes
from search.model import Quote, ReportFacts, Request, Span
from search.present.hits import grades_around, report_facts
from search.present.snippets import best_snippet

MAX_SHOWN = 3  # passages of a group


@dataclass(frozen=True, slots=True)
class ContraryPassage:
    """A paragraph that says the opposite: the `marks` of its `hit` are the sentence that does.

    `claim` is the sentence of the paragraph asked about that it speaks against, `shared` are words
    of both, weightiest first.
    """

    hit: Quote
    claim: Span
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContraryGroup:
    """The contrary passages of one kind of report: `key` is same-report, later or peers, `where`
    says in words which reports these are.
    """

    key: str
    where: str
    passages: tuple[ContraryPassage, ...]


@dataclass(frozen=True, slots=True)
class CounterEvidence:
    """What speaks against a paragraph. `notes` are sentences on where nothing could be looked for,
    and why.
    """

    paragraph: Paragraph
    report: ReportFacts
    notes: tuple[str, ...]
    groups: tuple[ContraryGroup, ...]


def find_counter_evidence(engine: Engine, paragraph_id: str) -> CounterEvidence | None:
    """Return the passages that speak most against a paragraph, None for an unknown id.

    They are of the opposite polarity (or mixed), in its area; where it has none, under a heading
    like its own. They are looked for in its report, in later reports on its authority, and in those
    on its statistical neighbours, else on its region.
    """
    place = engine.neighbourhood(paragraph_id, around=0)
    if place is None:
        return None
    weigher = WordWeigher(engine, [place.report.authority])
    subject = read_subject(place.paragraph, place.report, weigher)
    scopes = list(report_scopes(engine, subject)) if subject.claims else []
    return CounterEvidence(
        place.paragraph,
        report_facts(place.report),
        tuple(note_limits(subject, {scope.key for scope in scopes})),
        tuple(
            ContraryGroup(
                scope.key, scope.where, find_passages(engine, subject, scope.request, weigher)
            )
            for scope in scopes
        ),
    )


def find_passages(
    engine: Engine, subject: Subject, request: Request, weigher: WordWeigher
) -> tuple[ContraryPassage, ...]:
    """Return the best contrary passages under the filters of a request, one of each report but of
    the paragraph's own.
    """
    possible = [
        each
        for ref, paragraph in list_candidates(engine, subject, request)
        for each in contradictions(subject, ref, paragraph, weigher)
    ]
    sentences = [(each.paragraph, each.sentence.span) for each in possible]
    kept = [
        each
        for each, polarity in zip(possible, polarities_of(sentences), strict=True)
        if OPPOSITE[each.polarity] == polarity
    ]
    chosen: dict[str, Contradiction] = {}
    for each in sorted(kept, key=lambda each: (-each.score, each.paragraph.id)):
        report_id = report_id_of(each.paragraph.id)
        key = each.paragraph.id if report_id == subject.report.id else report_id
        chosen.setdefault(key, each)
    return tuple(make_passage(engine, each) for each in list(chosen.values())[:MAX_SHOWN])


def make_passage(engine: Engine, each: Contradiction) -> ContraryPassage:
    """Return a contrary sentence as a passage to show."""
    report, paragraph = engine.report_of(each.ref), each.paragraph
    facts = report_facts(report)
    marks = (each.sentence.span,)
    quote = Quote(
        paragraph,
        facts,
        grades_around(report, engine.grade_history),
        facts.is_recognised(paragraph),
        round(each.score, 3),
        marks,
        best_snippet(paragraph.text, marks),
        1,
        (),
    )
    return ContraryPassage(
        quote, each.claim.span, shared_words(each.claim.text, each.sentence.text)
    )
