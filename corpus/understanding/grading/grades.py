"""Parse grades as reports print them alone: as a word, numbered, in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.frameworks.scale import Scale

GRADE_WORDS = r"outstanding|good|requires?\s+improvement(?:\s+to\s+be\s+good)?|adequate|inadequate"
RANKS = {"outstanding": 1, "good": 2, "requires improvement": 3, "adequate": 3, "inadequate": 4}
"""Ofsted's grades and the numbers printed beside them, as sentences state them."""

GRADE_LABEL = r"(?:(?:overall\s+)?(?:judge?ment|grade|rating)\s*[:–-]?\s*)*"
NUMBERED_GRADE_START = re.compile(r"(?:overall\s+)?grade\s*:?\s*(?:\d|\()", re.IGNORECASE)
GRADE_SIGNS = "●•○◯⬤★☆✩✪"
"""Signs in a grade's colour that stand behind its word."""

NUMBERS = frozenset("1234")
"""Numbers of Ofsted's grades, as tables give them in a column of their own."""

NO_GRADE = re.compile(
    r"not\s+(?:yet\s+)?(?:judged|graded|inspected|applicable)|n/?a", re.IGNORECASE
)


def parse_grade_word(word: str) -> str:
    """Return the key of a grade named by one of GRADE_WORDS, in any case and spacing."""
    word = " ".join(word.lower().split())
    return "requires improvement" if word.startswith("require") else word


def check_rank(rank: str | None, word: str) -> str | None:
    """Return the grade that a word names, None where the number beside it contradicts."""
    grade = parse_grade_word(word)
    return grade if rank is None or int(rank) == RANKS[grade] else None


@lru_cache(maxsize=256)
def compile_words(scale: Scale) -> str:
    """Return an expression of all words of a scale, the longest first."""
    words = sorted((w for grade in scale.grades for w in grade.words), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in words)


@lru_cache(maxsize=256)
def compile_lone_grade(scale: Scale) -> re.Pattern[str]:
    """Return what matches a grade of a scale and nothing else, a number beside it or none."""
    numbers = "|".join(sorted({str(g.number) for g in scale.grades if g.number is not None}))
    return re.compile(
        rf"{GRADE_LABEL}(?:(?P<number>{numbers or '(?!)'})\s*)?"
        rf"[(:–-]*\s*(?P<word>{compile_words(scale)})\s*"
        rf"(?:(?:[(–-]|[(:,–-]*\s*grade\s*:?)\s*(?P<behind>{numbers or '(?!)'})\s*)?\)?[.:]?"
        rf"(?:\s*[{GRADE_SIGNS}])?",
        re.IGNORECASE,
    )


def parse_grade(text: str, scale: Scale) -> str | None:
    """Return the grade of a scale where `text` is nothing else ("Grade 2 (Good)"), else None.

    None too where the number beside a word is not its own.
    """
    match = compile_lone_grade(scale).fullmatch(text.strip())
    grade = scale.find(match["word"]) if match else None
    if match is None or grade is None:
        return None
    number = match["number"] or match["behind"]
    return grade.key if number is None or int(number) == grade.number else None


def is_set_as_grade(text: str, scale: Scale) -> bool:
    """Return whether `text` is set as a grade is, one that exists or not ("Grade 7 (Fine)")."""
    text = text.strip()
    return bool(compile_lone_grade(scale).fullmatch(text) or NUMBERED_GRADE_START.match(text))


def join_number(cells: Sequence[str]) -> list[str]:
    """Return the cells of a row; where the last is only the number of the grade in the one before
    it, the two as one: "Good (2)".
    """
    *before, last = cells or ("",)
    if len(before) > 1 and last.strip() in NUMBERS and not before[-1].strip().isdigit():
        return [*before[:-1], f"{before[-1]} ({last.strip()})"]
    return list(cells)


def is_no_grade(text: str) -> bool:
    """Return whether `text` states that no grade was given ("Not judged")."""
    return bool(NO_GRADE.fullmatch(text.strip()))
