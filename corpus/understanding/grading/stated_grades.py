"""Tell the grade that a line states from one that it denies, wishes for, or that was before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.patterns import anyof, straighten
from corpus.understanding.dates import WHOLE_DAY
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

JUDGED = r"(?:judged|graded|rated)(?:\s+(?:as|to\s+be))?"
ADVERB = (
    r"(?:now|still|again|also|overall|therefore|both|consistently|clearly|securely|"
    r"without\s+(?:a\s+)?doubt)"
)
LABEL = r"(?:(?:overall\s+)?(?:judge?ment|grade|rating)(?:\s+of)?|overall)"
LINKS = (
    rf"\b(?:is|are)(?:\s+that\s+(?:it|they)\s+(?:is|are))?(?:\s+{ADVERB})*(?:\s+{JUDGED})?",
    rf"\b(?:was|were)(?:\s+{ADVERB})*\s+{JUDGED}",
    rf"\b(?:has|have)(?:\s+{ADVERB})*\s+been(?:\s+{ADVERB})*\s+{JUDGED}",
    rf"\b(?:(?:has|have)\s+remained|remains?|continues?\s+to\s+be)(?:\s+{ADVERB})*",
    r"\b(?:is|are|remains?)\s+(?:that|one)\s+of",
    rf"[:(–-]\s*(?:{ADVERB}\s+)?{JUDGED}",
    rf"[:(–-](?:\s*(?:{LABEL}|now))*",
    rf"(?<=\w\s){LABEL}",
)
"""All that may join a name to its grade: "are", "is now judged to be", a colon, "grade of". What
is not among them ("is seldom", "lacks", "cannot be called") states no grade.
"""

LINK = re.compile(rf"(?:{'|'.join(LINKS)})\s*[:–-]?\s*$", re.IGNORECASE)
JUDGED_BESIDE = re.compile(rf"\b{JUDGED}\s*$", re.IGNORECASE)
"""A link without a verb ("Leadership judged good"), which may stand where a bare grade may."""

LINK_NOW = anyof(r"\bnow\b")
SENTENCE_LINK = anyof(r"[^:(–\s-]\s*$")
"""Whether a link is a verb, so that what stands before it is a sentence and not only a name."""

EARLIER_PREDICATE = re.compile(
    r"(?<!who)(?<!that)(?<!which)\s+(?:is|are|was|were|has|have)\b.*\s(?:and|but|so)$",
    re.IGNORECASE,
)
"""What a sentence says of a name before it grades it ("is no longer inadequate and is good")."""

RELATIVE_CLAUSE = anyof(r",\s+(?:which|who|once|previously|formerly)\b[^,]{1,80},(?=\s)")
BRACKET = re.compile(r"\s*\(([^()]{1,80})\)")
NOT_REACHED = anyof(r"^\s*(?:not|no longer)\b")
FORMER_AT_END = re.compile(
    r"\s*[,;–-]\s*(?:(?:but|and)\s+)?(?:previously|formerly|was|were|(?:up|down|improved)\s+from)"
    rf"(?:\s+(?:previously|formerly|{JUDGED}))*\s+(?:{GRADE_WORDS})(?:\s+in\s+(?:19|20)\d\d)?\W*$",
    re.IGNORECASE,
)
"""The grade of an earlier inspection after that of this one ("Good, previously inadequate")."""

FEATURES_AT_END = re.compile(
    rf"(?<=\w)\s+with\s+(?:some\s+)?(?:{GRADE_WORDS})\s+(?:features|aspects|elements)(?=\W*$)",
    re.IGNORECASE,
)
"""What is better or worse than the grade before it ("good with outstanding features")."""

NOT_ONLY = re.compile(
    rf"\bnot\s+(?:only|just|merely|simply)\s+(?:{GRADE_WORDS})\s*[,;–-]?\s*"
    rf"(?:but(?:\s+(?:also|is|are))?|(?:it|they)\s+(?:is|are))\s+(?=(?:{GRADE_WORDS})\b)",
    re.IGNORECASE,
)
"""The grade that is surpassed by the one that follows ("not only good but outstanding")."""

DENIED = re.compile(
    r"(?:^|\s)(?:not|never|neither|nor|none|nothing|nobody|no|yet|longer|cannot|hardly|barely|"
    r"scarcely|rarely|seldom|without|few|less|than|fails?|failed|would|could|should|might|may|must|will|"
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
    r"\bor$",
)
"""Words with which a sentence states a grade of a part, as a condition or an opinion, or of two."""

ANOTHER_TIME = anyof(
    EARLIER_INSPECTION.pattern,
    r"\b(?:previously|formerly|earlier|used to|had been)\b",
    r"\bin (?:\w+ )?(?:19|20)\d\d\b",
)

A_DAY_FIRST = anyof(rf"(?:{WHOLE_DAY})(?!\w)")

NOT_BEFORE_BARE = anyof(
    r"\b(?:\w+ly|not|no|nor|than|yet|never|always|longer|quite|very|too|so|more|less|and|or|but|a|"
    r"an|the|some|any|of|for|with|from|to|towards?|below|beyond|above|as|was|were|been|being|be|"
    r"become|becomes|becoming|in|on|at|by|how|what|far|enough|do|does|almost|near|seldom|called|"
    r"lacks?|\w+n't|"
    rf"{GRADE_WORDS})\s*$"
)
"""Words after which a grade word is part of a sentence, and not set beside a name."""


@dataclass(frozen=True, slots=True)
class StatedGrade:
    """A grade that a line states, or None where the number beside its word contradicts.

    `name` is what the line grades, without the words that join it to the grade. `title` is the
    line without a grade set beside it; a grade that is a word of its sentence stays.
    """

    grade: str | None
    name: str
    title: str


def split_grade(heading: str) -> tuple[str, str | None]:
    """Return a heading without a grade that runs on from it, and the grade that it states.

    A grade that belongs to the heading's own words ("...: good", "... is inadequate") is
    returned and stays in the heading. One that the heading denies ("... is not yet good") is
    none.
    """
    stated = find_stated_grade(heading)
    return (stated.title, stated.grade) if stated else (heading.strip(), None)


def find_stated_grade(heading: str) -> StatedGrade | None:
    """Return the grade that a line states at its end, None for none."""
    numbered = NUMBERED_GRADE_AT_END.search(BRACKET.sub(drop_aside, heading))
    if numbered and numbered.start():
        title = numbered.string[: numbered.start()].strip()
        grade = check_rank(numbered["rank"], numbered["word"] or numbered["bare"])
        return None if is_of_another_time(title) else StatedGrade(grade, title, title)
    line = drop_other_grades(straighten(heading))
    match = GRADE_WORD_AT_END.search(line)
    before = line[: match.start()] if match else ""
    name = find_graded_name(before, match["word"]) if match else None
    if match is None or not name:
        return None
    is_beside = name == before.strip() and not match["word"].startswith("require")
    at_end = GRADE_WORD_AT_END.search(heading) if is_beside else None
    title = heading[: at_end.start()] if at_end else heading
    return StatedGrade(parse_grade_word(match["word"]), name, title.strip())


def find_graded_name(before: str, grade_word: str) -> str | None:
    """Return what the words before a grade word name as graded so, None where they do not."""
    link = LINK.search(before)
    if is_of_another_time(before) and not (link and LINK_NOW.search(link[0])):
        return None
    is_requirement = grade_word.startswith("require")
    subject = (before[: link.start()] if link else before).strip(" ,:(–-")
    name = EARLIER_PREDICATE.sub("", subject).rstrip(",")
    if is_requirement:
        return name if states_requirement(before) else None
    if link:
        is_sentence = SENTENCE_LINK.search(link[0])
        return None if is_sentence and is_denied(before[: link.start()]) else name
    judged = JUDGED_BESIDE.search(before)
    if judged and may_stand_beside(before[: judged.start()]):
        return before[: judged.start()].strip()
    return before.strip() if grade_word[0].isupper() and may_stand_beside(before) else None


def drop_aside(bracket: re.Match[str]) -> str:
    """Return a bracket, or nothing where it is about another time or a grade not reached."""
    is_aside = is_of_another_time(bracket[1]) or NOT_REACHED.match(bracket[1])
    return "" if is_aside else bracket[0]


def drop_other_grades(line: str) -> str:
    """Return a line without the grades that it gives beside the one that it states.

    These are grades of an earlier inspection, of some features, and those surpassed or not reached.
    """
    line = RELATIVE_CLAUSE.sub("", BRACKET.sub(drop_aside, line))
    for pattern in (NOT_ONLY, FORMER_AT_END, FEATURES_AT_END, DENIAL_AT_END):
        line = pattern.sub("", line)
    return line


def states_requirement(before: str) -> bool:
    """Return whether the words before "requires improvement" are what requires it."""
    return not is_denied(before.rpartition(":")[2])


def is_denied(before: str) -> bool:
    """Return whether the words before a verb deny what it states, or state it of a part."""
    return bool(DENIED.search(before) or DENIED_ANYWHERE.search(before.strip()))


def may_stand_beside(name: str) -> bool:
    """Return whether a grade word after a name may be set beside it, and not be of a sentence."""
    return not (NOT_BEFORE_BARE.search(name) or is_of_another_time(name))


def is_dated(text: str) -> bool:
    """Return whether a text begins with a day, as a row on an earlier inspection does."""
    return A_DAY_FIRST.match(text) is not None


def is_of_another_time(text: str) -> bool:
    """Return whether a line is about an earlier inspection, or another year."""
    return bool(ANOTHER_TIME.search(text))
