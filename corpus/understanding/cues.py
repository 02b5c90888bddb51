"""Words that tell what a line or a paragraph of a report is for."""

from __future__ import annotations

from corpus.frameworks.framework import RECOMMENDATIONS
from corpus.layout.blocks import BULLET, ROW, Block
from corpus.patterns import anyof
from corpus.understanding.facts import straight
from corpus.understanding.grades import grade_alone

SCALE = anyof(r"\bjudge?ments? (?:and what they )?mean\b")
TITLE = anyof(r"\b(?:inspection|review|visit)\b")
STEP = anyof(r"^(?:outstanding|good|adequate|inadequate|requires improvement) \(grade \d\)")
"""A grade and what it means, on the scale of grades that reports print."""

TABLE_HEAD = anyof(
    r"^(?:key )?judge?ments?(?: grade)?$",
    r"^grade$",
    r"^responsible body$",
    r"^(?:local authority|integrated care board)$",
    r"^(?:ofsted|care quality commission(?: \(cqc\))?)$",
)
STUDY = anyof(r"\bstud(?:y|ies)\b", r"\bexample", r"\beffective practice", r"\bgood practice")
TIMESCALE = anyof(
    r"immediately(?: and .{1,40})?\W*$",
    r"for immediate action\W*$",
    r"(?:within|in|over) (?:the (?:next|first) )?(?:[\w-]+ )?(?:working )?(?:day|week|month|year)s?"
    r"(?: of .{1,60})?\W*$",
    r"by (?:the end of )?(?:\w+ )?\d{4}\W*$",
)
LEAD_IN = anyof(
    r"^(?!.*\b(?:should|must|needs? to)\b).*:$",
    r"\b(?:should|must|needs? to):$",
    r"\bfollowing (?:actions?|areas?|steps)\b.{0,60}$",
    r"^in order to improve\b",
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
"""How the first words of a letter, before its headings, speak of the inspection itself."""

WHAT_HAPPENS_NEXT = anyof(
    r"ofsted (?:and .{3,60} )?(?:will|asks?|would like|has asked)\b",
    r"(?:i am|we are) (?:copying|sending) this letter",
    r"(?:a copy of )?this letter (?:will be|is being|has been)",
    r"the next (?:full )?(?:area send )?(?:inspection|visit|monitoring)",
    r"(?:i|we) would like to thank",
    r"thank you for",
)


def is_table_head(block: Block) -> bool:
    """Returns whether a block is the row over a table's columns."""
    heads = (TABLE_HEAD, RECOMMENDATIONS.heading)
    return block.kind == ROW and any(head.search(c) for head in heads for c in block.cells)


def is_step(block: Block) -> bool:
    """Returns whether a block in the scale of grades is a grade and what it means, or the rest."""
    if block.number is not None or block.kind == BULLET:
        return False
    grade = STEP.match(block.text) or (block.cells and grade_alone(block.cells[0]))
    return bool(grade or not block.text.rstrip().endswith("."))


def leads_in(block: Block, after: Block | None) -> bool:
    """Returns whether a block among recommendations leads in to them: it says so, or a date does.

    What stands right over a timescale is none of the actions that it dates.
    """
    if block.kind == BULLET:
        return False
    dated = after is not None and TIMESCALE.match(straight(after.text))
    return bool(dated or LEAD_IN.search(straight(block.text)))
