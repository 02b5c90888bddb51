"""How reports print grades: alone, numbered, in brackets, or at the end of a heading."""

from __future__ import annotations

import re

from corpus.model import GRADES

WORDS = r"outstanding|good|requires?\s+improvement(?:\s+to\s+be\s+good)?|adequate|inadequate"
RANKS = {grade.key: grade.rank for grade in GRADES}

ALONE = re.compile(
    rf"(?:(?:overall\s+)?(?:judge?ment|grade)\s*[:–-]?\s*)*(?:(?P<rank>[1-4])\s*)?"
    rf"[(:–-]*\s*(?P<word>{WORDS})\s*\)?[.:]?",
    re.IGNORECASE,
)
NUMBERED_END = re.compile(
    rf"[\s:–-]*(?:grade\s*:?\s*(?P<rank>[1-4])\s*[(:–-]*\s*(?P<word>{WORDS})\s*\)?|"
    rf"\((?P<bare>{WORDS})\))[.:]?\s*$",
    re.IGNORECASE,
)
WORD_END = re.compile(
    rf"(?P<link>(?:\b(?:is|are|as|be|it|to\s+be)\b|[:–-])?)\s*\b(?P<word>{WORDS})"
    rf"(?:\s+because)?\s*[.:]?\s*$",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r",?\s*(?:(?:and|but)\s+)?(?:is|are)\s+not\s+(?:yet\s+)?\w+(?=(?:\s+because)?\W*$)",
    re.IGNORECASE,
)
"""The grade that a heading says was not reached ("... and is not yet good because")."""

MEANT = re.compile(r"(?:overall\s+)?grade\s*:?\s*(?:\d|\()", re.IGNORECASE)
UNGRADED = re.compile(
    r"not\s+(?:yet\s+)?(?:judged|graded|inspected|applicable)|n/?a", re.IGNORECASE
)


def grade_word(word: str) -> str:
    """Returns the key of a grade named by one of WORDS, in any case and spacing."""
    word = " ".join(word.lower().split())
    return "requires improvement" if word.startswith("require") else word


def checked(rank: str | None, word: str) -> str | None:
    """Returns the grade that word and number agree on, None where they contradict."""
    grade = grade_word(word)
    return grade if rank is None or int(rank) == RANKS[grade] else None


def grade_alone(text: str) -> str | None:
    """Returns the grade where `text` is nothing else ("Grade 2 (Good)", "Good"), else None."""
    match = ALONE.fullmatch(text.strip())
    return checked(match["rank"], match["word"]) if match else None


def meant_as_grade(text: str) -> bool:
    """Returns whether `text` is set as a grade is, readable or not ("Grade 7 (Fine)")."""
    return bool(ALONE.fullmatch(text.strip()) or MEANT.match(text.strip()))


def ungraded(text: str) -> bool:
    """Returns whether `text` says that no grade was given ("Not judged")."""
    return bool(UNGRADED.fullmatch(text.strip()))


def split_heading(text: str) -> tuple[str, str | None]:
    """Returns a heading without a grade that runs on from it, and the grade at its end.

    A grade that belongs to the heading's own words ("...: good", "... is inadequate") is
    returned and stays in the heading, which is given as printed.
    """
    numbered = NUMBERED_END.search(text)
    if numbered and numbered.start():
        word = numbered["word"] or numbered["bare"]
        return text[: numbered.start()].strip(), checked(numbered["rank"], word)
    match = WORD_END.search(NOT_YET.sub("", text))
    if not match or not match.start():
        return text.strip(), None
    verb = match["word"].startswith("require")
    kept = text if match["link"] or verb else text[: match.start()]
    return kept.strip(), grade_word(match["word"])
