"""Cue words that tell what a line or a paragraph of a report is for."""

from __future__ import annotations

import re

from corpus.frameworks.framework import Framework
from corpus.frameworks.scale import Scale
from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, ROW, Block
from corpus.patterns import anyof, straighten
from corpus.understanding.grading.grades import parse_grade

GRADE_SCALE_HEADING = anyof(r"\bjudge?ments? (?:and what they )?mean\b")
REPORT_TITLE = anyof(r"\b(?:inspection|review|visit)\b")
GRADE_MEANING = anyof(
    r"^(?:outstanding|good|adequate|inadequate|requires improvement) \(grade \d\)"
)
"""A grade and what it means, on the scale of grades that reports print."""

TABLE_HEADER = anyof(
    r"^(?:key )?judge?ments?(?: grade)?$",
    r"^grade$",
    r"^responsible body$",
    r"^(?:date|regulated activit(?:y|ies))$",
    r"^(?:ofsted|care quality commission(?: \(cqc\))?)$",
)
AREA_TABLE_HEADER = anyof(r"^(?:local authority|integrated care board)$")
"""Heads a column of an area's bodies; in a report on one service, a row of its details."""

CASE_STUDY = anyof(r"\bstud(?:y|ies)\b", r"\bexample", r"\beffective practice", r"\bgood practice")
TIMESCALE = anyof(
    r"immediately(?: and .{1,40})?\W*$",
    r"for immediate action\W*$",
    r"(?:for action )?(?:within|in|over) (?:the (?:next|first) )?(?:[\w-]+ )?(?:working )?"
    r"(?:day|week|month|year)s?(?: of .{1,60})?\W*$",
    r"by (?:the end of )?(?:(?:\d{1,2} )?\w+ )?\d{4}\W*$",
)
LEAD_IN = anyof(
    r"^(?!.*\b(?:should|must|needs? to)\b).*:$",
    r"\b(?:should|must|needs? to):$",
    r"\bfollowing (?:actions?|areas?|steps)\b.{0,60}$",
    r"^in order to improve\b",
    r"\bwe have made (?:\w+ ){1,3}recommendations?\b",
    r"^the inspection did not (?:find|identify) any",
    r"^there (?:are|were) no ",
)
ABOUT_THE_VISIT = anyof(
    r"(?:in )?this letter",
    r"this (?:joint |inspection |visit |jtai|targeted |area )+",
    r"the (?:lead inspector|inspectorates|methodology|focus|scope|purpose)\b",
    r"the local authority was last",
    r"the (?:joint targeted area )?(?:inspection|visit) (?:was|is|included|focused|took|looked)",
    r"the joint targeted area inspection",
    r"inspectors (?:also )?(?:looked|reviewed|considered|evaluated|scrutinised|met|spoke|used)",
    r"between .{5,40}\d{4}",
    r"on .{3,20}\d{4},",
    r"(?:her|his) majesty's chief inspector",
    r"during (?:this|the) (?:visit|inspection),? inspectors",
    r"a range of evidence",
    r"(?:we|ofsted|inspectors from ofsted) (?:looked|carried|undertook|visited)",
)
"""How the first words of a letter, before its headings, begin to describe the inspection."""

WHAT_HAPPENS_NEXT = anyof(
    r"ofsted (?:and .{3,60} )?(?:will|asks?|would like|has asked)\b",
    r"(?:we|i|ofsted) (?:have|has|will) (?:also )?(?:notified|notify|informed|inform)\b",
    r"(?:the )?(?:department for education|dfe)(?: \(dfe\))? (?:has been|will be|is being) "
    r"(?:notified|informed|sent)\b",
    r"ofsted's next (?:inspection|visit|monitoring)\b",
    r"we will (?:share (?:our|these) findings|write to you|return|carry out)\b",
    r"please note that this letter\b",
    r"you should (?:submit|send|prepare|publish)\b",
    r"(?:i am|we are) (?:copying|sending) this letter",
    r"(?:a copy of )?this letter (?:will be|is being|has been)",
    r"the next (?:full )?(?:area send )?(?:inspection|visit|monitoring)",
    r"(?:a|the) (?:(?:full|further|second|third) )?(?:monitoring|re-?)\W?(?:inspection|visit) "
    r"(?:will|is planned)\b",
    r"(?:i|we) would like to thank",
    r"thank you for",
)

ABOUT_JUDGEMENTS = anyof(
    r"it is ofsted's expectation that\b",
    r"the judge?ments on (?:the )?areas? of .{0,80}:$",
)
"""What reports say of their judgements in the same words, whatever the judgements are."""

MAX_KNOWN_HEADING_WORDS = 14
"""Words of a heading that is told by its words alone, not by its type."""

SENTENCE_ENDS = ".:;,"
LABELLED_FACT = re.compile(r"[^:\d]{3,60}: [^\s(].*\w|(?:.* )?[Ss]core:? \d+/\d+")
"""A line such as "Date of last inspection: 2 April 2030"."""

HEADING_START = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.:]? )?[A-Z]")
"""How a heading begins: with a capital, behind its number or without one."""


def is_plain_heading(block: Block, text: str, framework: Framework) -> bool:
    """Return whether a block in plain type is a heading that the framework prints.

    It may have the number of a part ("4. Recommendations").
    """
    if block.kind != PARAGRAPH or not HEADING_START.match(text):
        return False
    if len(text.split()) > MAX_KNOWN_HEADING_WORDS or text[-1] in SENTENCE_ENDS:
        return False
    return any(rule.pattern.match(text) for rule in framework.heading_rules)


def is_about_inspection(text: str, is_intro: bool) -> bool:
    """Return whether a paragraph tells of the inspection itself, not of what it found.

    Words such as "Inspectors looked at" do so only in a letter's first words (`is_intro`).
    """
    if WHAT_HAPPENS_NEXT.match(text) or ABOUT_JUDGEMENTS.match(text):
        return True
    return is_intro and ABOUT_THE_VISIT.match(text) is not None


def is_table_header(block: Block, framework: Framework) -> bool:
    """Return whether a block is the row over a table's columns."""
    if block.kind != ROW:
        return False
    rules = framework.heading_rules
    own = () if framework.is_on_service else (AREA_TABLE_HEADER,)
    headers = (
        TABLE_HEADER,
        *own,
        *(rule.pattern for rule in rules if rule.kind == "recommendation"),
    )
    return any(header.search(cell) for header in headers for cell in block.cells)


def is_grade_meaning(block: Block, scale: Scale | None) -> bool:
    """Return whether a block in the scale of grades is a grade with its meaning, or part of one."""
    if block.number is not None or block.kind == BULLET:
        return False
    if GRADE_MEANING.match(block.text) or not block.text.rstrip().endswith("."):
        return True
    return bool(scale and any(parse_grade(cell, scale) for cell in block.cells[:2]))


def is_bold_fact(block: Block, following: Block | None, framework: Framework) -> bool:
    """Return whether a line in the type of a heading is a fact with its label, over nothing."""
    if following is not None and following.kind not in (HEADING, ROW):
        return False
    is_fact = LABELLED_FACT.match(block.text) is not None
    return is_fact and framework.find_rule(straighten(block.text)) is None


def is_title_over_sections(block: Block, following: Block, text: str, scale: Scale) -> bool:
    """Return whether a heading is a grade, over the headings of all sections that have it."""
    if not block.kind == following.kind == HEADING or parse_grade(text, scale) is None:
        return False
    return block.level is not None and block.level < (following.level or 0)


def read_timescale(text: str) -> str | None:
    """Return the timescale that a text is, in lower case and without its colon, else None."""
    return text.rstrip(" :.,").lower() if TIMESCALE.match(text) else None


def is_lead_in(block: Block, after: Block | None) -> bool:
    """Return whether a block among recommendations leads in to them, by its words or its place.

    What stands directly over a timescale is not one of the actions that the timescale dates.
    """
    if block.kind == BULLET:
        return False
    stands_over_date = after is not None and TIMESCALE.match(straighten(after.text))
    return bool(stands_over_date or LEAD_IN.search(straighten(block.text)))
