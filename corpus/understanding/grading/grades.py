"""Parse grades as reports print them alone: as a word, numbered, in brackets."""

from __future__ import annotations

import re

from corpus.model import GRADES

GRADE_WORDS = r"outstanding|good|requires?\s+improvement(?:\s+to\s+be\s+good)?|adequate|inadequate"
RANKS = {grade.key: grade.rank for grade in GRADES}

LONE_GRADE = re.compile(
    rf"(?:(?:overall\s+)?(?:judge?ment|grade)\s*[:–-]?\s*)*(?:(?P<rank>[1-4])\s*)?"
    rf"[(:–-]*\s*(?P<word>{GRADE_WORDS})\s*\)?[.:]?"
    rf"|(?P<word_first>{GRADE_WORDS})\s*[(:,–-]*\s*grade\s*:?\s*(?P<rank_last>[1-4])\s*\)?[.:]?",
    re.IGNORECASE,
)
NUMBERED_GRADE_START = re.compile(r"(?:overall\s+)?grade\s*:?\s*(?:\d|\()", re.IGNORECASE)
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


def parse_grade(text: str) -> str | None:
    """Return the grade where `text` is nothing else ("Grade 2 (Good)", "Good"), else None."""
    match = LONE_GRADE.fullmatch(text.strip())
    if match is None:
        return None
    return check_rank(match["rank"] or match["rank_last"], match["word"] or match["word_first"])


def is_set_as_grade(text: str) -> bool:
    """Return whether `text` is set as a grade is, one that exists or not ("Grade 7 (Fine)")."""
    return bool(LONE_GRADE.fullmatch(text.strip()) or NUMBERED_GRADE_START.match(text.strip()))


def is_no_grade(text: str) -> bool:
    """Return whether `text` states that no grade was given ("Not judged")."""
    return bool(NO_GRADE.fullmatch(text.strip()))
