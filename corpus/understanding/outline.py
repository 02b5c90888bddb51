"""Place each paragraph of a report: its section, area, grade, kind and timescale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from corpus.frameworks.framework import Framework
from corpus.frameworks.headings import HeadingRule
from corpus.frameworks.scale import Scale
from corpus.layout.blocks import BULLET, FURNITURE, HEADING, ROW, Block
from corpus.layout.furniture.headers_footers import PAGE_NUMBER
from corpus.model import Doubt, Judgement
from corpus.patterns import straighten, strip_footnote_marks
from corpus.understanding.boilerplate import is_boilerplate, is_cover_line, select_body
from corpus.understanding.cues import (
    CASE_STUDY,
    GRADE_SCALE_HEADING,
    REPORT_TITLE,
    TIMESCALE,
    is_about_inspection,
    is_grade_meaning,
    is_lead_in,
    is_plain_heading,
    is_table_header,
)
from corpus.understanding.grading.grades import is_no_grade, is_set_as_grade, parse_grade
from corpus.understanding.grading.judgements import find_judgement, is_record_heading
from corpus.understanding.grading.stated_by_scale import split_grade
from corpus.understanding.grading.stated_grades import is_of_another_time

MAX_BARE_NAME_WORDS = 3
"""Words of a heading such as "The local authority" or "The LSCB"."""

LOWEST_LEVEL = 9
"""Level of a heading of which the layout does not know the level."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What the headings above a paragraph say of it. `level` is that of the section's heading."""

    section: str | None = None
    area: str | None = None
    grade: str | None = None
    kind: str = "finding"
    timescale: str | None = None
    level: int = LOWEST_LEVEL


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block that is a paragraph of the report, and its placement."""

    block: Block
    placement: Placement


@dataclass(slots=True)
class OutlineReader:
    """Go through the blocks of one report and keep the placement of what comes next.

    `division` is the area of sections that have none of their own. `outside_box` is the placement
    to go back to where a box ends. `has_begun`: a paragraph has been met. `in_record`: this is
    the record of judgements at the end, which is data without paragraphs. `in_grade_scale`: this
    is the scale of grades and their meanings.
    """

    framework: Framework
    judgements: tuple[Judgement, ...]
    division: str | None = None
    placement: Placement = Placement()
    outside_box: Placement | None = None
    has_begun: bool = False
    in_record: bool = False
    in_grade_scale: bool = False
    doubts: list[Doubt] = field(default_factory=list)

    def place_paragraphs(self, blocks: Sequence[Block]) -> Iterator[PlacedBlock]:
        """Yield the paragraphs among `blocks` with their placements."""
        body = [block for block in select_body(blocks) if block.kind not in FURNITURE]
        for block, following in zip_longest(body, body[1:]):
            self.cross_box_edge(block)
            if self.is_structure(block):
                continue
            if self.is_paragraph(block):
                self.has_begun = True
                yield PlacedBlock(block, self.place(block, following))
            elif self.has_begun and not self.in_record and is_lone_figure(block.text):
                message = f"a figure that stands alone was not read: “{block.text}”"
                self.doubts.append(Doubt("text-lost", message, block.page))

    def cross_box_edge(self, block: Block) -> None:
        """Remember the placement where a box begins, and go back to it where the box ends.

        A box that opens a section other than a case study is that section, not an aside.
        """
        if block.boxed and self.outside_box is None:
            self.outside_box = self.placement
        elif not block.boxed and self.outside_box is not None:
            self.placement, self.outside_box = self.outside_box, None

    def is_structure(self, block: Block) -> bool:
        """Take in a block that places what follows it; return whether it was one."""
        text = straighten(block.text)
        in_recommendations = self.placement.kind == "recommendation"
        if in_recommendations and block.kind != BULLET and TIMESCALE.match(text):
            self.placement = replace(self.placement, timescale=text.rstrip(" :.,").lower())
            return True
        scale = self.framework.scale
        if scale and self.take_grade(block, text, scale):
            return True
        is_heading = block.kind == HEADING or is_record_heading(block)
        if is_heading or is_plain_heading(block, text, self.framework):
            self.enter_heading(block, text)
            return True
        return False

    def take_grade(self, block: Block, text: str, scale: Scale) -> bool:
        """Take a grade on its line, or a row of heading and grade; return whether it was one."""
        cells = [straighten(cell) for cell in block.cells if cell.strip()]
        if self.in_record:
            return block.kind in (ROW, HEADING)
        if block.kind == ROW and len(cells) > 1:
            grade = parse_grade(cells[-1], scale)
            if grade or is_no_grade(cells[-1]):
                rule = self.framework.find_rule(cells[0])
                if rule and self.has_begun and not is_of_another_time(cells[0]):
                    self.enter_section(cells[0], rule, grade, block)
                return True
        if block.number is not None or block.kind == BULLET or not is_set_as_grade(text, scale):
            return False
        self.grade_section(text, parse_grade(text, scale), block.page)
        return True

    def grade_section(self, text: str, grade: str | None, page: int | None) -> None:
        """Give the section the grade under its heading; an unreadable one becomes a doubt."""
        if grade is None:
            message = f"the grade of “{self.placement.section}” reads “{text}”"
            self.doubts.append(Doubt("grade-unreadable", message, page))
        elif self.placement.kind == "finding":
            self.compare_grades(self.placement.section, grade, self.placement.grade or grade, page)
            self.placement = replace(self.placement, grade=grade)

    def enter_heading(self, block: Block, text: str) -> None:
        """Move to the section that a heading opens; a title before all sections opens none."""
        is_title = self.framework.is_named_in(text) and REPORT_TITLE.search(text)
        if is_title and not self.has_begun:
            return
        self.in_record = is_record_heading(block)
        scale = self.framework.scale
        title, grade = split_grade(block.text, scale) if scale else (block.text, None)
        rule = self.framework.find_rule(straighten(title))
        if rule and not self.is_within_section(rule, title):
            self.enter_section(title, rule, grade, block)
        elif self.has_begun or self.placement.section or not self.may_be_title(block):
            self.enter_subsection(title, grade, block)

    def is_within_section(self, rule: HeadingRule, title: str) -> bool:
        """Return whether a known heading stands within the section that is open.

        So do headings that all sections of findings have, and the bare names that head the
        halves of the scale of grades.
        """
        if rule.is_inner:
            return self.placement.kind == "finding"
        is_bare_name = len(title.split()) <= MAX_BARE_NAME_WORDS
        return rule.opens_division and self.in_grade_scale and is_bare_name

    def may_be_title(self, block: Block) -> bool:
        """Return whether a heading before all paragraphs is the report's title or its cover."""
        return not self.framework.is_fallback or (block.level or 1) <= 1

    def enter_section(self, title: str, rule: HeadingRule, grade: str | None, block: Block) -> None:
        """Move to a section that the framework knows, in a box or not."""
        self.in_grade_scale = bool(GRADE_SCALE_HEADING.search(title))
        if rule.opens_division:
            self.division = rule.area
        if block.boxed and not CASE_STUDY.search(title):
            self.outside_box = None
        area = rule.area or self.division
        is_judged = rule.kind == "finding"
        grade = self.find_grade(title, area, grade, block.page) if is_judged else None
        level = block.level or LOWEST_LEVEL
        self.placement = Placement(strip_footnote_marks(title), area, grade, rule.kind, None, level)

    def find_grade(
        self, title: str, area: str | None, printed: str | None, page: int | None
    ) -> str | None:
        """Return a section's grade: as printed at its heading, else as its judgement gives it."""
        judgement = find_judgement(self.judgements, title, area, self.division)
        if judgement and printed:
            self.compare_grades(title, printed, judgement.grade, page)
        return printed or (judgement.grade if judgement else None)

    def compare_grades(
        self, section: str | None, printed: str, judged: str, page: int | None
    ) -> None:
        """Note a doubt where a heading and the table of judgements give different grades."""
        if printed != judged:
            message = f"“{section}” is graded {printed} at its heading and {judged} in the table"
            self.doubts.append(Doubt("grade-conflict", message, page))

    def enter_subsection(self, title: str, grade: str | None, block: Block) -> None:
        """Move to a heading that the framework does not know: within its section, or beside it.

        It leaves recommendations and context where it has a grade or, in a report of no known
        framework, where its level is no lower than that of their heading.
        """
        level, section = block.level or LOWEST_LEVEL, strip_footnote_marks(title)
        stands_beside = grade is not None or (
            self.framework.is_fallback and level <= self.placement.level
        )
        if stands_beside and self.placement.kind != "finding":
            self.placement = Placement(section, self.division, grade, "finding", None, level)
        else:
            grade = grade or self.placement.grade
            self.placement = replace(self.placement, section=section, grade=grade)

    def is_paragraph(self, block: Block) -> bool:
        """Return whether a block is of the report's text, not of its cover or its tables."""
        text = straighten(block.text)
        is_said = str.isalnum if len(block.cells) > 1 else str.isalpha  # figures, in a table
        if not any(map(is_said, text)) or is_boilerplate(text):
            return False
        if is_table_header(block, self.framework):
            return False
        if self.in_grade_scale and is_grade_meaning(block, self.framework.scale):
            return False
        if block.number is not None or self.has_begun or self.placement.section:
            return True
        return not is_cover_line(text)

    def place(self, block: Block, following: Block | None) -> Placement:
        """Return a paragraph's placement; what tells of the inspection is context anywhere."""
        is_intro = self.placement.section is None and not self.framework.is_graded
        if is_about_inspection(straighten(block.text), is_intro):
            return Placement(self.placement.section, "about", None, "context")
        if self.placement.kind == "recommendation" and is_lead_in(block, following):
            return replace(self.placement, kind="context", timescale=None)
        return self.placement


def is_lone_figure(text: str) -> bool:
    """Return whether a text has digits and no letters, and cannot be the number of a page."""
    has_digits = any(map(str.isdigit, text)) and not any(map(str.isalpha, text))
    return has_digits and PAGE_NUMBER.fullmatch(text) is None
