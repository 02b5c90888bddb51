"""Tell a grade that a report's own scale does not have: of another scale, or of none known."""

from __future__ import annotations

import re

from corpus.frameworks.scale import Scale
from corpus.patterns import anyof
from corpus.registry import registry
from corpus.understanding.grading.grades import is_no_grade, is_set_as_grade

GRADE_COLUMN = anyof(
    r"^(?:(?:our |overall )?(?:grade|judge?ment|rating)s?(?: awarded| given)?)\W*$"
)
"""The head of a table's column of grades."""

WORDS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
"""What may be a grade: up to four words, without figures and signs."""


def heads_grades(cells: list[str]) -> bool:
    """Return whether a row of a table heads a column of grades: its last."""
    return len(cells) > 1 and bool(GRADE_COLUMN.search(cells[-1]))


def read_unknown_grade(cell: str, scale: Scale, in_graded_table: bool) -> str | None:
    """Return the grade in a cell that a scale does not have, in lower case; None where it is none.

    Such are the words of other scales, and in a table with a column of grades
    (`in_graded_table`) any few words that are not another column's head.
    """
    word = " ".join(cell.split()).rstrip(" .:")
    if is_set_as_grade(word, scale) or is_no_grade(word) or not WORDS.fullmatch(word):
        return None
    is_of_another_scale = word.lower() in registry().grade_words
    is_in_column = in_graded_table and not GRADE_COLUMN.search(word)
    return word.lower() if is_of_another_scale or is_in_column else None
