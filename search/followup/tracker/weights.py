"""The few weights that decide what answers a recommendation, as `weights.toml` keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.datafile import DataFile, read_data_file
from index.analysis import stem

WEIGHTS_PATH = Path(__file__).with_name("weights.toml")

CONCEPTS = (
    "ask",
    "stem",
    "covered",
    "purpose",
    "least_aspect",
    "least_group",
    "least_topic",
    "counted",
)
PASSAGE_FEATURES = (
    "clause",
    "paragraph",
    "recommendation",
    "same_group",
    "other_group",
    "amount",
    "near_paragraph",
    "near_clause",
    "precision",
)
REPORT_FEATURES = ("first", "full_inspection", "send", "other_group", "partnership")
STATUS_FEATURES = ("asked", "fault")
MODELS = {"passage": PASSAGE_FEATURES, "report": REPORT_FEATURES, "status": STATUS_FEATURES}


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """A logistic model: its base, and the weights of its features in their order."""

    base: float
    weights: tuple[float, ...]

    def score(self, features: Sequence[float]) -> float:
        """Return the log-odds that features give."""
        return self.base + sum(w * x for w, x in zip(self.weights, features, strict=True))


@dataclass(frozen=True, slots=True)
class Weights:
    """All of `weights.toml`. `concepts` are numbers by name, `ask_stems` stems that only ask."""

    concepts: Mapping[str, float]
    ask_stems: frozenset[str]
    passage: LogisticModel
    report: LogisticModel
    status: LogisticModel

    def share_of(self, concept: str) -> float:
        """Return what share of its weight a concept counts."""
        return self.concepts["ask"] if concept in self.ask_stems else 1.0


@lru_cache(maxsize=1)
def default_weights() -> Weights:
    """Return the weights of `weights.toml`. Raise DataError, naming the line of a mistake."""
    data = read_data_file(WEIGHTS_PATH, WEIGHTS_PATH.name)
    data.check_keys("", ("concepts", *MODELS))
    data.check_keys("concepts", ("ask_words", *CONCEPTS))
    return Weights(
        {name: data.number("concepts", name) for name in CONCEPTS},
        frozenset(map(stem, data.texts("concepts", "ask_words"))),
        *(read_model(data, name, features) for name, features in MODELS.items()),
    )


def read_model(data: DataFile, table: str, features: Sequence[str]) -> LogisticModel:
    """Return the model of a table. Raise DataError, naming the line of a mistake."""
    data.check_keys(table, ("base", *features))
    return LogisticModel(
        data.number(table, "base"), tuple(data.number(table, name) for name in features)
    )
