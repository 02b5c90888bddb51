"""How the grades of an authority changed from one report to another, area by area, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.frameworks.scale import Grade
from corpus.model import AREAS, Judgement, Report
from corpus.registry import outcome_label, registry
from search.authorities.judgements import list_judgements

BETTER, WORSE, UNCHANGED = "better", "worse", "unchanged"
FIRST_GRADED, NO_LONGER_GRADED = "first graded", "no longer graded"
NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class GradeChange:
    """The judgements of two reports in one area, and what changed.

    `change` is better, worse, unchanged, first graded (by the later report alone), no longer graded
    (by the earlier one alone), or not compared: the reports grade by different scales, or one of
    them gives several grades in the area. `in_words` says it in a sentence.
    """

    area: str
    earlier: tuple[Judgement, ...]
    later: tuple[Judgement, ...]
    change: str
    in_words: str


@dataclass(frozen=True, slots=True)
class OutcomeChange:
    """The outcomes of two reports, as they are called, and the change as a GradeChange has it."""

    earlier: str | None
    later: str | None
    change: str


def list_grade_changes(earlier: Report, later: Report) -> Iterator[GradeChange]:
    """Yield the change of each area that one of two reports grades; overall comes first."""
    for area in AREAS:
        before, after = judgements_in(earlier, area.key), judgements_in(later, area.key)
        if before or after:
            change = compare_judgements(before, after, earlier.scale, later.scale)
            words = describe_change(before, after, earlier, later, change)
            yield GradeChange(area.key, before, after, change, words)


def judgements_in(report: Report, area: str) -> tuple[Judgement, ...]:
    """Return the judgements of a report in an area, in the order printed."""
    return tuple(one for one in list_judgements(report) if one.area == area)


def compare_judgements(
    earlier: tuple[Judgement, ...],
    later: tuple[Judgement, ...],
    earlier_scale: str | None,
    later_scale: str | None,
) -> str:
    """Return what changed. Grades are compared by their ranks in one scale alone."""
    if not earlier or not later:
        return FIRST_GRADED if later else NO_LONGER_GRADED
    before = {registry().find_grade(one.grade, earlier_scale) for one in earlier}
    after = {registry().find_grade(one.grade, later_scale) for one in later}
    if not (earlier_scale == later_scale is not None and len(before) == len(after) == 1):
        return NOT_COMPARED
    return compare_ranks(before.pop(), after.pop())


def compare_ranks(earlier: Grade | None, later: Grade | None) -> str:
    """Return how two grades of one scale compare; one that the scale does not have is not
    compared.
    """
    if earlier is None or later is None:
        return NOT_COMPARED
    if earlier.rank == later.rank:
        return UNCHANGED
    return BETTER if later.rank < earlier.rank else WORSE


def describe_change(
    earlier: tuple[Judgement, ...],
    later: tuple[Judgement, ...],
    earlier_report: Report,
    later_report: Report,
    change: str,
) -> str:
    """Return a change in words: `good, was requires improvement`."""
    before, after = (
        name_grades(one, report.scale)
        for one, report in ((earlier, earlier_report), (later, later_report))
    )
    if change == FIRST_GRADED:
        return f"{after}, not graded in the earlier report"
    if change == NO_LONGER_GRADED:
        return f"not graded in the later report, was {before}"
    if change == UNCHANGED and before == after:
        return f"{after}, as before"
    words = f"{after}, was {before}"
    if change == UNCHANGED:
        return f"{words}: another word for the same grade"
    return f"{words}: not compared" if change == NOT_COMPARED else words


def name_grades(judgements: tuple[Judgement, ...], scale: str | None) -> str:
    """Return the different grades of judgements in lower case: `good`, `good and adequate`."""
    grades = dict.fromkeys(one.grade for one in judgements)
    known = (registry().find_grade(grade, scale) for grade in grades)
    names = (one.label if one else grade for one, grade in zip(known, grades, strict=True))
    return " and ".join(name.lower() for name in names)


def compare_outcomes(earlier: Report, later: Report) -> OutcomeChange | None:
    """Return the change of the outcomes that reports give in place of grades, None where neither
    has one. Outcomes of different frameworks are not compared.
    """
    if not earlier.outcome and not later.outcome:
        return None
    before, after = (outcome_label(one.framework, one.outcome) for one in (earlier, later))
    if not earlier.outcome or not later.outcome:
        change = FIRST_GRADED if later.outcome else NO_LONGER_GRADED
    elif earlier.framework != later.framework:
        change = NOT_COMPARED
    elif earlier.outcome == later.outcome:
        change = UNCHANGED
    else:
        change = BETTER if later.outcome < earlier.outcome else WORSE
    return OutcomeChange(before, after, change)
