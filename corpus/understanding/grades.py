"""Parse grades as reports print them: alone, numbered, in brackets, or at a heading's end."""

from __future__ import annotations

import re

from corpus.model import GRADES

GRADE_WORDS = r"outstanding|good|requires?\s+improvement(?:\s+to\s+be\s+good)?|adequate|inadequate"
RANKS = {grade.key: grade.rank for grade in GRADES}

LONE_GRADE = re.compile(
    rf"(?:(?:overall\s+)?(?:judge?ment|grade)\s*[:–-]?\s*)*(?:(?P<rank>[1-4])\s*)?"
    rf"[(:–-]*\s*(?P<word>{GRADE_WORDS})\s*\)?[.:]?",
    re.IGNORECASE,
)
NUMBERED_GRADE_AT_END = re.compile(
    rf"[\s:–-]*(?:grade\s*:?\s*(?P<rank>[1-4])\s*[(:–-]*\s*(?P<word>{GRADE_WORDS})\s*\)?|"
    rf"\((?P<bare>{GRADE_WORDS})\))[.:]?\s*$",
    re.IGNORECASE,
)
GRADE_WORD_AT_END = re.compile(
    rf"(?P<link>(?:\b(?:is|are|as|be|it|to\s+be)\b|[:–-])?)\s*\b(?P<word>{GRADE_WORDS})"
    rf"(?:\s+because)?\s*[.:]?\s*$",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r",?\s*(?:(?:and|but)\s+)?(?:is|are)\s+not\s+(?:yet\s+)?\w+(?=(?:\s+because)?\W*$)",
    re.IGNORECASE,
)
"""The grade that a heading says was not reached ("... and is not yet good because")."""

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
    return check_rank(match["rank"], match["word"]) if match else None


def is_set_as_grade(text: str) -> bool:
    """Return whether `text` is set as a grade is, one that exists or not ("Grade 7 (Fine)")."""
    return bool(LONE_GRADE.fullmatch(text.strip()) or NUMBERED_GRADE_START.match(text.strip()))


def is_no_grade(text: str) -> bool:
    """Return whether `text` states that no grade was given ("Not judged")."""
    return bool(NO_GRADE.fullmatch(text.strip()))


def split_grade(heading: str) -> tuple[str, str | None]:
    """Return a heading without a grade that runs on from it, and the grade at its end.

    A grade that belongs to the heading's own words ("...: good", "... is inadequate") is
    returned and stays in the heading.
    """
    numbered = NUMBERED_GRADE_AT_END.search(heading)
    if numbered and numbered.start():
        word = numbered["word"] or numbered["bare"]
        return heading[: numbered.start()].strip(), check_rank(numbered["rank"], word)
    match = GRADE_WORD_AT_END.search(NOT_YET.sub("", heading))
    if not match or not match.start():
        return heading.strip(), None
    is_verb = match["word"].startswith("require")
    title = heading if match["link"] or is_verb else heading[: match.start()]
    return title.strip(), parse_grade_word(match["word"])
