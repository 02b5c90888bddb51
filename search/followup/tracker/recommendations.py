"""What a report asks for: its recommendations, and how much each concept of one weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.model import Paragraph, Report
from index.analysis import stem, terms
from search.followup.tracker.concepts import ConceptWeights, find_concepts
from search.followup.tracker.topics import ASPECT, GROUP, SAME, group_of_area, of_kind
from search.followup.tracker.weights import Weights
from search.model import ReportFacts
from search.present.hits import report_facts

PURPOSE = re.compile(
    r"\b(?:so that|so they|to ensure that|in order to|to minimise|to enable|enabling|"
    r"leading to|that leads? to|and that this)\b",
    re.IGNORECASE,
)
"""What follows says what for, and is often said of other things as well."""

REFERENCE = re.compile(r"\(?\bparagraphs?\s+\d[\d,\s–-]*(?:\s?and\s+\d+)?\)?", re.IGNORECASE)
"""Numbers of paragraphs of the same report, which say nothing of the action."""

MAX_RECOMMENDATIONS = 200
"""Of one report: more than any prints."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """An action asked for: its paragraph and report, and what it is about.

    `concepts` are weighted by how rare they are, less where they say what the action is for, or
    only that something should be better.
    """

    paragraph: Paragraph
    report: ReportFacts
    concepts: Mapping[str, float]

    @property
    def groups(self) -> frozenset[str]:
        """The groups of children it is about: those it names, else that of its area."""
        return of_kind(self.concepts, GROUP) or group_of_area(self.paragraph.area)


def list_recommendations(report: Report) -> list[Paragraph]:
    """Return the recommendations of a report in order."""
    asked = [one for one in report.paragraphs if one.kind == "recommendation"]
    return asked[:MAX_RECOMMENDATIONS]


def make_recommendation(
    paragraph: Paragraph, report: Report, idf: ConceptWeights, weights: Weights
) -> Recommendation:
    """Return a paragraph of a report as a recommendation."""
    concepts = weigh_concepts(paragraph.text, idf, weights, report.authority)
    return Recommendation(paragraph, report_facts(report), concepts)


def weigh_concepts(
    text: str, idf: ConceptWeights, weights: Weights, authority: str | None = None
) -> dict[str, float]:
    """Return the concepts of the text of a recommendation, with how much each weighs.

    The name of the authority is in all its reports, and tells nothing. Nor do the numbers of
    paragraphs that an action is asked for in.
    """
    given = weights.concepts
    least = {
        ASPECT: given["least_aspect"],
        GROUP: given["least_group"],
        SAME: given["least_topic"],
    }
    name = set(map(stem, terms(authority or "")))
    weighed: dict[str, float] = {}
    for part in PURPOSE.split(REFERENCE.sub(" ", text)):
        factor = given["purpose"] if weighed else 1.0
        for concept, is_covered in find_concepts(part):
            if concept not in name:
                share = 1.0 if concept[0] in least else given["stem"]
                share *= given["covered"] if is_covered else 1.0
                weight = idf.of(concept) * factor * share * weights.share_of(concept)
                weight = max(weight, least.get(concept[0], 0.0))
                weighed[concept] = max(weight, weighed.get(concept, 0.0))
    return weighed
