"""Tell the grade of any scale that a line states, as `stated_grades` tells those of Ofsted's."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.frameworks.scale import Scale
from corpus.patterns import straighten
from corpus.understanding.grading import stated_grades
from corpus.understanding.grading.grades import GRADE_WORDS, compile_words
from corpus.understanding.grading.stated_grades import StatedGrade, find_graded_name

MAX_NUMBER_DIGITS = 2


@lru_cache(maxsize=256)
def has_words_of_ofsted(scale: Scale) -> bool:
    """Return whether a scale has no word that Ofsted's four grades have not."""
    words = (word for grade in scale.grades for word in grade.words)
    return all(re.fullmatch(GRADE_WORDS, word, re.IGNORECASE) for word in words)


@lru_cache(maxsize=256)
def compile_grade_at_end(scale: Scale) -> re.Pattern[str]:
    """Return what matches a grade of a scale at the end of a line, with its number or without."""
    number = rf"\s*[(–-]*\s*(?P<number>\d{{1,{MAX_NUMBER_DIGITS}}})?\s*\)?"
    return re.compile(
        rf"(?:\b(?P<before>\d{{1,{MAX_NUMBER_DIGITS}}})\s*[(–-]?\s*)?"
        rf"\b(?P<word>{compile_words(scale)})\b{number}\s*[.:]?\s*$",
        re.IGNORECASE,
    )


def find_stated_grade(line: str, scale: Scale) -> StatedGrade | None:
    """Return the grade of a scale that a line states at its end, None for none.

    What denies a grade, wishes for it or tells of another inspection is told as for Ofsted's.
    """
    if has_words_of_ofsted(scale):
        return stated_grades.find_stated_grade(line)
    line = straighten(line)
    match = compile_grade_at_end(scale).search(line)
    name = find_graded_name(line[: match.start()], match["word"]) if match else None
    if match is None or not name:
        return None
    grade = scale.find(match["word"])
    number = match["before"] or match["number"]
    if grade is None or (number is not None and int(number) != grade.number):
        return StatedGrade(None, name, name)
    is_beside = line[: match.start()].strip(" :(–-") == name
    return StatedGrade(grade.key, name, name if is_beside else line)


def split_grade(heading: str, scale: Scale) -> tuple[str, str | None]:
    """Return a heading without a grade that runs on from it, and the grade that it states."""
    if has_words_of_ofsted(scale):
        return stated_grades.split_grade(heading)
    stated = find_stated_grade(heading, scale)
    return (stated.title, stated.grade) if stated else (heading.strip(), None)
