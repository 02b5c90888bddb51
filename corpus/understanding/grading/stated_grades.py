"""Tell the grade that a line states from one that it denies, wishes for, or that was before."""

from __future__ import annotations

import re

from corpus.patterns import anyof, straighten
from corpus.understanding.grading.grades import GRADE_WORDS, check_rank, parse_grade_word
from corpus.understanding.opening import EARLIER_INSPECTION

NUMBERED_GRADE_AT_END = re.compile(
    rf"[\s:–-]*(?:grade\s*:?\s*(?P<rank>[1-4])\s*[(:–-]*\s*(?P<word>{GRADE_WORDS})\s*\)?|"
    rf"\((?P<bare>{GRADE_WORDS})\))[.:]?\s*$",
    re.IGNORECASE,
)
GRADE_WORD_AT_END = re.compile(
    rf"\b(?P<word>{GRADE_WORDS})(?:\s+because)?\s*[.:]?\s*$", re.IGNORECASE
)
DENIAL_AT_END = re.compile(
    r"(?:,?\s*(?:(?:and|but|so|as\s+it)\s+)?(?:is|are)\s+(?:not|no\s+longer)\s+(?:(?:yet|always|quite|so|\w+ly|judged|graded|rated|to|be|as)\s+){0,3}|"
    r",?\s*(?:rather\s+than|instead\s+of|and\s+not|but\s+not|not)\s+(?:yet\s+)?)"
    rf"(?:{GRADE_WORDS})(?=(?:\s+because)?\W*$)",
    re.IGNORECASE,
)
"""The grade that a heading says was not reached, after the one that was ("... and is not yet
good because", "... is adequate rather than good").
"""

ADVERBS = r"(?:now|still|again|also|overall|therefore|both|consistently|clearly|securely)"
LINK = re.compile(
    rf"(?:\b(?:is|are)(?:\s+that\s+(?:it|they)\s+(?:is|are))?(?:\s+{ADVERBS})*"
    r"(?:\s+(?:judged|graded|rated)(?:\s+(?:as|to\s+be))?)?"
    r"|\bremains?|\b(?:judged|graded|rated)(?:\s+(?:as|to\s+be))?|[:–-])\s*:?\s*$",
    re.IGNORECASE,
)
"""What joins a name to its grade: "are", "is that it is", "is now judged to be", a colon."""

SENTENCE_LINK = anyof(r"[^:–\s-]\s*$")
"""Whether a link is a verb, so that what stands before it is a sentence and not only a name."""

DENIED = re.compile(
    r"(?:^|\s)(?:not|never|neither|nor|none|nothing|nobody|no|yet|longer|cannot|hardly|barely|"
    r"scarcely|without|few|less|than|fails?|failed|would|could|should|might|may|must|will|"
    r"(?:needs?|ought) to|\w+n't)(?:\s+\w+)?\s*$|^(?!this is\b).*\b(?:that|which|who)\s*$",
    re.IGNORECASE,
)
"""Words that deny a grade or wish for it, as the last or the last but one before its verb.

What "services that require improvement" names is not graded, but asked for or listed.
"""

DENIED_ANYWHERE = anyof(
    r"^(?:too |very )?(?:none|no|not|neither|nothing|nobody|hardly|few|some|most|many|half|only|"
    r"parts?)\b",
    r"\b(?:if|whether|unless|until|why|how|so that|ensure that)\b",
    r"(?:^|, )(?:where|when|what|which|once)\b",
    r"\b(?:believes?|thinks?|says?|claims?|hopes?|expects?|wants?|aims?)\b",
)
"""Words with which a sentence states a grade of a part, or as a condition or an opinion."""

ANOTHER_TIME = anyof(
    EARLIER_INSPECTION.pattern,
    r"\b(?:previously|formerly|earlier|used to|had been)\b",
    r"\bin (?:\w+ )?(?:19|20)\d\d\b",
)

NOT_BEFORE_BARE = anyof(
    r"\b(?:\w+ly|not|no|nor|than|yet|never|always|longer|quite|very|too|so|more|less|and|or|but|a|"
    r"an|the|some|any|of|for|with|from|to|towards?|below|beyond|above|as|was|were|been|being|be|"
    r"become|becomes|becoming|in|on|at|by|how|what|far|enough|do|does|almost|\w+n't|"
    rf"{GRADE_WORDS})\s*$"
)
"""Words after which a grade word is part of a sentence, and not set beside a name."""


def split_grade(heading: str) -> tuple[str, str | None]:
    """Return a heading without a grade that runs on from it, and the grade at its end.

    A grade that belongs to the heading's own words ("...: good", "... is inadequate") is
    returned and stays in the heading. One that the heading denies ("... is not yet good") is
    none.
    """
    numbered = NUMBERED_GRADE_AT_END.search(heading)
    if numbered and numbered.start():
        name = heading[: numbered.start()].strip()
        if is_of_another_time(name):
            return heading.strip(), None
        return name, check_rank(numbered["rank"], numbered["word"] or numbered["bare"])
    stated = find_stated_grade(heading)
    if stated is None:
        return heading.strip(), None
    grade, is_own_word = stated
    match = GRADE_WORD_AT_END.search(heading)
    title = heading if is_own_word or match is None else heading[: match.start()]
    return title.strip(), grade


def find_stated_grade(text: str) -> tuple[str, bool] | None:
    """Return the grade that a line states at its end, None for none.

    With it comes whether the grade is a word of the line's sentence, and not set beside a name.
    """
    line = DENIAL_AT_END.sub("", straighten(text))
    match = GRADE_WORD_AT_END.search(line)
    before = line[: match.start()] if match else ""
    if not match or not before.strip() or is_of_another_time(before):
        return None
    grade = parse_grade_word(match["word"])
    if match["word"].startswith("require"):
        return (grade, True) if states_requirement(before) else None
    link = LINK.search(before)
    if link is None:
        is_beside = match["word"][0].isupper() and may_stand_beside(before)
        return (grade, False) if is_beside else None
    is_sentence = bool(SENTENCE_LINK.search(link[0]))
    if is_sentence and is_denied(before[: link.start()]):
        return None
    return grade, True


def states_requirement(before: str) -> bool:
    """Return whether the words before "requires improvement" are what requires it."""
    return not is_denied(before.rpartition(":")[2])


def is_denied(before: str) -> bool:
    """Return whether the words before a verb deny what it states, or state it of a part."""
    return bool(DENIED.search(before) or DENIED_ANYWHERE.search(before.strip()))


def may_stand_beside(name: str) -> bool:
    """Return whether a grade word after a name may be set beside it, and not be of a sentence."""
    return not (NOT_BEFORE_BARE.search(name) or is_of_another_time(name))


def is_of_another_time(text: str) -> bool:
    """Return whether a line is about an earlier inspection, or another year."""
    return bool(ANOTHER_TIME.search(text))
