"""The answers of the JSON API about wording: search's records, with what is to be said of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from search import wording
from search.model import Diagnostic
from web.api.diagnostics import diagnose

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class ConcordanceAnswer(wording.Concordance):
    """A concordance, and which values of the filters no report has."""

    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class ProfileAnswer(wording.Profile):
    """A profile, and which values of the filters no report has."""

    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class ComparisonAnswer(wording.Comparison):
    """A comparison, and which values of the filters no report has."""

    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class PrecedentsAnswer(wording.Precedents):
    """Precedents, and which values of the filters no report has."""

    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class GradesAnswer(wording.GradeComparison):
    """Two grades on one topic, and which values of the filters no report has."""

    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class TimelineAnswer(wording.WordingTimeline):
    """A timeline, and which values of the filters no report has."""

    diagnostics: tuple[Diagnostic, ...]


def with_diagnostics(
    answer_type: Callable[..., Answer], record: Any, notices: Sequence[str]
) -> Answer:
    """Return a record as an answer of a type derived from its own, with what `notices` say."""
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    return answer_type(**values, diagnostics=diagnose(notices))
