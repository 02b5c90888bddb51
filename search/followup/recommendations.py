"""What a report asks for: its recommendations, and how much each concept of one weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.model import Paragraph, Report
from search.followup.concepts import ASPECT, GROUP, ConceptWeights, find_concepts
from search.followup.weights import Weights
from search.model import ReportFacts

PURPOSE = re.compile(
    r"\b(?:so that|so they|to ensure that|in order to|to minimise|to enable|enabling|"
    r"leading to|that leads? to|and that this)\b",
    re.IGNORECASE,
)
"""What follows says what for, and is often said of other things as well."""

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


def list_recommendations(report: Report) -> list[Paragraph]:
    """Return the recommendations of a report in order."""
    asked = [one for one in report.paragraphs if one.kind == "recommendation"]
    return asked[:MAX_RECOMMENDATIONS]


def weigh_concepts(text: str, idf: ConceptWeights, weights: Weights) -> dict[str, float]:
    """Return the concepts of the text of a recommendation, with how much each weighs."""
    least = {ASPECT: weights.concepts["least_aspect"], GROUP: weights.concepts["least_group"]}
    weighed: dict[str, float] = {}
    for part in PURPOSE.split(text):
        factor = weights.concepts["purpose"] if weighed else 1.0
        for concept in find_concepts(part):
            asks = weights.concepts["ask"] if concept in weights.ask_stems else 1.0
            weight = max(idf.of(concept) * factor * asks, least.get(concept[0], 0.0))
            weighed[concept] = max(weight, weighed.get(concept, 0.0))
    return weighed
