"""Read a report's judgements: rows of its table or record, and sentences that give a grade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.frameworks.framework import Framework
from corpus.frameworks.headings import HeadingRule
from corpus.frameworks.scale import Scale
from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, ROW, Block
from corpus.model import Doubt, Judgement
from corpus.patterns import straighten
from corpus.understanding.grading.grades import (
    GRADE_WORDS,
    is_no_grade,
    is_set_as_grade,
    join_number,
    parse_grade,
    parse_grade_word,
)
from corpus.understanding.grading.grades_behind import list_headings
from corpus.understanding.grading.judgement_names import (
    is_of_this_inspection,
    name_the_same,
)
from corpus.understanding.grading.stated_by_scale import find_stated_grade
from corpus.understanding.grading.stated_grades import is_dated, is_of_another_time
from corpus.understanding.grading.unknown_grades import heads_grades, read_unknown_grade
from corpus.understanding.opening import select_opening

RECORD_HEADING = re.compile(r"record of (?:the )?main findings\W*", re.IGNORECASE)
OUTLINE_NUMBER = re.compile(r"^\d(?:\.\d)?\.?\s+(?=\D)")
OVERALL_SENTENCE = re.compile(
    rf"^(?:the )?overall judge?ment (?:is|of)\b.*?\b(?:{GRADE_WORDS})\b|"
    r"^children's (?:social care )?services\b(?: in .{2,60}?)? "
    rf"(?:(?:is|are) (?:judged )?(?:to be )?)?(?:{GRADE_WORDS})(?: because)?\W*$",
    re.IGNORECASE,
)
BOARD_SENTENCE = re.compile(
    r"^(?P<name>(?:the )?(?:effectiveness of the )?"
    r"(?:(?:local )?safeguarding children'?s? board|lscb)"
    r"(?: \(.{2,12}\))?) (?:is )?(?:judged )?(?:to be )?"
    rf"(?P<grade>{GRADE_WORDS})(?: because)?\W*$",
    re.IGNORECASE,
)
MAX_LINE_LETTERS = 160
"""Letters of a heading or a line of a table; a longer text is prose."""


class JudgementCollector:
    """Collect judgements in the order printed, each name once in its division.

    Later ones of the same name only confirm the first.
    """

    def __init__(self, framework: Framework, scale: Scale) -> None:
        self.framework, self.scale = framework, scale
        self.judgements: list[Judgement] = []
        self.doubts: list[Doubt] = []
        self.division: HeadingRule | None = None
        self.line_above = ""
        self.judged_before = ""
        self.in_graded_table = False

    def add(self, name: str, grade: str, area: str | None) -> None:
        """Add a judgement, unless there is one of that area whose name is, or begins, the same."""
        of_area = (judgement.name for judgement in self.judgements if judgement.area == area)
        if not any(name_the_same(other, name) for other in of_area):
            self.judgements.append(Judgement(name, grade, area))

    def add_row(self, name: str, printed_grade: str, page: int | None) -> None:
        """Add a row of a table of judgements; an unreadable grade becomes a doubt.

        A grade of another scale is kept as it is printed, and doubted. A name that begins in lower
        case goes on from the line above. What an earlier inspection judged is left out.
        """
        if name[:1].islower():
            name = f"{self.line_above} {name}"
        if is_of_another_time(name) or is_dated(name):
            return
        name = self.enter_divisions(OUTLINE_NUMBER.sub("", " ".join(name.split())))
        grade = parse_grade(printed_grade, self.scale)
        unknown = read_unknown_grade(printed_grade, self.scale, self.in_graded_table)
        if given := grade or unknown:
            self.add(name, given, self.find_area(name))
        if unknown:
            message = f"a table has grades I do not know: “{printed_grade}” for “{name}”"
            self.doubts.append(Doubt("grade-unknown", message, page))
        elif not grade and not is_no_grade(printed_grade):
            message = f"the grade of “{name}” reads “{printed_grade}”"
            self.doubts.append(Doubt("grade-unreadable", message, page))

    def enter_divisions(self, name: str) -> str:
        """Return a name without the headings of divisions that run into it, which are entered."""
        rule = self.framework.find_rule(straighten(name))
        heading = rule.pattern.match(straighten(name)) if rule and rule.opens_division else None
        rest = name[heading.end() :].lstrip(" ?:") if heading else ""
        if not self.is_judged_heading(rest):
            return name
        self.division = rule
        return self.enter_divisions(rest)

    def is_judged_heading(self, heading: str) -> bool:
        """Return whether a heading is that of an area which such reports judge."""
        rule = self.framework.find_rule(straighten(heading))
        return rule is not None and rule.kind == "finding"

    def find_area(self, name: str) -> str | None:
        """Return the area of a judgement: its division's, else that of its heading."""
        if self.division:
            return None if self.division.stands_apart else self.division.area
        rule = self.framework.find_rule(straighten(name))
        return rule.area if rule else None

    def add_line(self, text: str, block: Block) -> None:
        """Take in a line: a division of the record, a judgement with its grade, or one of these.

        "Grade 2 (Good)" under a heading is that of a section and not of the table.
        """
        is_bare_grade = parse_grade(text, self.scale) and not text.lower().startswith("grade")
        if is_bare_grade and self.is_judged_heading(self.line_above):
            self.add_row(self.line_above, text, block.page)
            return
        stated = find_stated_grade(text, self.scale)
        heading = OUTLINE_NUMBER.sub("", stated.name if stated else text)
        rule = self.framework.find_rule(heading)
        if stated and stated.grade and rule and rule.kind == "finding":
            self.add_row(stated.name, stated.grade, block.page)
        elif rule and rule.opens_division:
            self.division = rule
        elif rule and heads_judgements(block, self.framework):
            self.division = None
        self.line_above = block.text

    def add_heading(self, heading: str, grade: Block | None) -> None:
        """Take in a heading of the text with the grade that its section has, None for none."""
        rule = self.framework.find_rule(straighten(heading))
        if rule and rule.opens_division:
            self.division = rule
        if grade is not None:
            self.add_row(heading, grade.text, grade.page)

    def add_block(self, block: Block) -> None:
        """Take in a block of the summary: a row, a heading, or a line that ends in a grade."""
        cells = join_number(block.filled_cells)
        text = straighten(block.text)
        if block.kind != ROW or heads_grades(cells):
            self.in_graded_table = block.kind == ROW
        if len(cells) >= 2 and self.is_grade_cell(cells[-1]):
            self.add_row(self.name_row(cells[:-1]), cells[-1], block.page)
        elif len(text) < MAX_LINE_LETTERS and not (
            OVERALL_SENTENCE.match(text) or BOARD_SENTENCE.match(text)
        ):
            self.add_line(text, block)

    def name_row(self, cells: Sequence[str]) -> str:
        """Return what a row judges, by its cells before the grade.

        "This inspection" is the judgement of the row above, which gives an earlier one.
        """
        *names, last = cells
        if is_of_another_time(last):
            self.judged_before = " ".join(names)
        elif is_of_this_inspection(last):
            return " ".join(names) or self.judged_before
        return " ".join(cells)

    def is_grade_cell(self, cell: str) -> bool:
        """Return whether the last cell of a row is a grade, of whatever scale, or says of none."""
        if is_set_as_grade(cell, self.scale) or is_no_grade(cell):
            return True
        return read_unknown_grade(cell, self.scale, self.in_graded_table) is not None

    def add_sentences(self, blocks: Sequence[Block]) -> None:
        """Add the overall judgement, and the safeguarding board's, where a sentence gives them."""
        areas = {judgement.area for judgement in self.judgements}
        overall = find_first_match(OVERALL_SENTENCE, select_before_prose(blocks))
        stated = overall and find_stated_grade(overall[0], self.scale)
        if stated and stated.grade and "overall" not in areas:
            self.add("Overall effectiveness", stated.grade, "overall")
        board = find_first_match(BOARD_SENTENCE, blocks)
        if board and "partnership" not in areas:
            self.add(board["name"], parse_grade_word(board["grade"]), "partnership")


def read_judgements(
    blocks: Sequence[Block], framework: Framework
) -> tuple[tuple[Judgement, ...], tuple[Doubt, ...]]:
    """Return the judgements of a report, as printed and in order, and doubts about them."""
    if framework.scale is None:
        return (), ()
    collector = JudgementCollector(framework, framework.scale)
    if framework.has_grades_behind:
        for heading, grade in list_headings(blocks, framework.scale):
            collector.add_heading(heading.text, grade)
    for block in () if collector.judgements else select_summary(blocks, framework):
        collector.add_block(block)
    collector.add_sentences(blocks)
    return tuple(collector.judgements), tuple(collector.doubts)


def select_summary(blocks: Sequence[Block], framework: Framework) -> list[Block]:
    """Return the blocks that may hold a table of judgements: of the opening, of the record at a
    report's end, and under the headings that the framework lists for them, up to the next.
    """
    before_prose = select_before_prose(blocks)
    selected: list[Block] = []
    in_table = False
    for at, block in enumerate(blocks):
        if is_record_heading(block):
            return [*before_prose, *selected, *blocks[at + 1 :]]
        if block.kind == HEADING or heads_judgements(block, framework):
            in_table = heads_judgements(block, framework)
        if in_table and may_hold_judgement(block) and not is_among(block, before_prose):
            selected.append(block)
    return [*before_prose, *selected]


def may_hold_judgement(block: Block) -> bool:
    """Return whether a block is a row, or a line that may name what is judged."""
    is_line = block.kind in (HEADING, PARAGRAPH) and len(block.text) < MAX_LINE_LETTERS
    return block.kind == ROW or is_line


def is_among(block: Block, others: Sequence[Block]) -> bool:
    """Return whether a block itself, not one that reads the same, is among others."""
    return any(block is other for other in others)


def is_record_heading(block: Block) -> bool:
    """Return whether a block heads the record of judgements at a report's end."""
    return block.kind in (HEADING, PARAGRAPH) and bool(RECORD_HEADING.fullmatch(block.text))


def heads_judgements(block: Block, framework: Framework) -> bool:
    """Return whether a block is a heading that the framework lists over tables of judgements."""
    heading = framework.record_heading
    is_line = block.kind in (HEADING, PARAGRAPH) and len(block.text) < MAX_LINE_LETTERS
    return bool(heading and is_line and heading.search(straighten(block.text)))


def select_before_prose(blocks: Sequence[Block]) -> list[Block]:
    """Return the opening's blocks before the first numbered paragraph or bullet.

    Bullets may list the judgements of earlier inspections.
    """
    opening = select_opening(blocks)
    ends = (at for at, b in enumerate(opening) if b.number is not None or b.kind == BULLET)
    return opening[: next(ends, None)]


def find_first_match(pattern: re.Pattern[str], blocks: Sequence[Block]) -> re.Match[str] | None:
    """Return the match of the first heading or short paragraph that a pattern matches."""
    lines = (b.text for b in blocks if len(b.text) < MAX_LINE_LETTERS and b.number is None)
    return next((match for text in lines if (match := pattern.match(straighten(text)))), None)


def find_overall_grade(judgements: Sequence[Judgement]) -> str | None:
    """Return the grade for overall effectiveness; None where two of them differ."""
    grades = {j.grade for j in judgements if j.name.lower().startswith("overall")}
    return grades.pop() if len(grades) == 1 else None


def find_judgement(
    judgements: Sequence[Judgement], heading: str, area: str | None, division: str | None
) -> Judgement | None:
    """Return the judgement on a section: that of its name, or the only one of its area.

    Of two judgements with one name, that of the section's division counts.
    """
    namesakes = [j for j in judgements if name_the_same(j.name, heading)]
    candidates = [j for j in namesakes if j.area == division] or namesakes
    if not candidates:
        candidates = [j for j in judgements if area is not None and j.area == area]
    return candidates[0] if len(candidates) == 1 else None
