"""Place each paragraph of a report: its section, area, grade, kind and timescale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import zip_longest

from corpus.frameworks.framework import Framework
from corpus.frameworks.headings import HeadingRule
from corpus.frameworks.scale import Scale
from corpus.layout.blocks import BULLET, HEADING, ROW, Block
from corpus.model import Doubt, Judgement
from corpus.patterns import straighten, strip_footnote_marks
from corpus.understanding.boilerplate import find_bound_reports, find_frame
from corpus.understanding.cues import (
    CASE_STUDY,
    GRADE_SCALE_HEADING,
    REPORT_TITLE,
    is_bold_fact,
    is_plain_heading,
    is_title_over_sections,
    read_timescale,
)
from corpus.understanding.grading.criteria import find_criteria
from corpus.understanding.grading.grades import is_set_as_grade, parse_grade
from corpus.understanding.grading.judgements import find_judgement, is_record_heading
from corpus.understanding.grading.stated_by_scale import split_grade
from corpus.understanding.grading.stated_grades import is_of_another_time
from corpus.understanding.outline.exclusion import find_exclusion_rule, is_on_cover
from corpus.understanding.outline.kinds import place_paragraph
from corpus.understanding.outline.open_headings import (
    LOWEST_LEVEL,
    OpenHeading,
    OpenHeadings,
    Placement,
    as_context,
)
from corpus.understanding.outline.placement import (
    COVER,
    GRADE,
    RECORD,
    SECTION_HEADING,
    TIMESCALE_LINE,
    PlacedBlock,
    SetAside,
)
from corpus.understanding.outline.section_grades import (
    find_conflict,
    is_dated_row,
    read_graded_row,
)
from corpus.understanding.outline.tables import (
    find_rule_of_list,
    is_next_row,
    is_row_of_grades,
    take_due_date,
)
from corpus.understanding.outline.unknown_headings import enter_unknown_heading

MAX_BARE_NAME_WORDS = 3
"""Words of a heading such as "The local authority" or "The LSCB"."""


@dataclass(slots=True)
class OutlineReader:
    """Go through the blocks of one report and keep the headings above what comes next.

    `division` is the area of sections that have none of their own; where it `stands_apart`, its
    judgements have none. `headings` are those above the next paragraph, `outside_box` those to go
    back to where a box ends (`in_box`). `has_begun`: a paragraph has been met. `in_record`: this is
    the record of judgements at the end, which is data without paragraphs. `in_grade_scale`: this
    is the scale of grades and their meanings. `beside_row`: the block before or after the next one
    is a row of a table.
    """

    framework: Framework
    judgements: tuple[Judgement, ...]
    division: str | None = None
    stands_apart: bool = False
    headings: OpenHeadings = field(default_factory=OpenHeadings)
    outside_box: OpenHeadings | None = None
    in_box: bool = False
    has_begun: bool = False
    in_record: bool = False
    in_grade_scale: bool = False
    beside_row: bool = False
    doubts: list[Doubt] = field(default_factory=list)

    def place_blocks(self, blocks: Sequence[Block]) -> Iterator[PlacedBlock | SetAside]:
        """Yield each block once: a paragraph with its placement, or set aside under a rule."""
        body: list[Block] = []
        frame = find_frame(blocks)
        self.doubts += find_bound_reports(blocks, frame)
        for block, rule in zip(blocks, frame, strict=True):
            if rule is None:
                body.append(block)
            else:
                yield SetAside(rule, block)
        criteria = find_criteria(body, self.framework.scale)
        before: Block | None = None
        for at, (block, following) in enumerate(zip_longest(body, body[1:])):
            self.cross_box_edge(block)
            self.beside_row = any(map(partial(is_next_row, block), (before, following)))
            rule = self.read_structure(block, following) or self.why_no_paragraph(block)
            if rule is not None:
                yield SetAside(rule, block)
            else:
                self.has_begun = True
                self.leave_summary(block)
                placement = place_paragraph(block, following, self.placement, self.framework)
                placed = PlacedBlock(block, as_context(placement) if at in criteria else placement)
                yield take_due_date(placed)
                self.headings = self.headings.add_text(block.number is not None)
            before = block

    @property
    def placement(self) -> Placement:
        """The placement of the next paragraph."""
        return self.headings.placement

    def cross_box_edge(self, block: Block) -> None:
        """Remember the headings where a box begins, and go back to them where the box ends.

        A box that opens a section other than a case study is that section, not an aside: only
        its inner headings, such as "Summary", end with it.
        """
        if block.boxed and not self.in_box:
            self.outside_box = self.headings
        elif self.in_box and not block.boxed:
            self.headings = self.outside_box or self.headings.leave_inner()
        self.in_box = block.boxed

    def read_structure(self, block: Block, following: Block | None) -> str | None:
        """Take in a block that places what follows it; return the rule for it, None for none."""
        text = straighten(block.text)
        in_recommendations = self.placement.kind == "recommendation"
        if in_recommendations and block.kind != BULLET and (timescale := read_timescale(text)):
            self.headings = self.headings.update(replace(self.placement, timescale=timescale))
            return TIMESCALE_LINE
        scale = self.framework.scale
        if scale and following and is_title_over_sections(block, following, text, scale):
            self.enter_subsection(block.text, parse_grade(text, scale), block.level)
            return SECTION_HEADING
        rule = self.take_grade(block, text, scale) if scale else None
        if rule is not None:
            return rule
        if rule := find_rule_of_list(block, self.framework, self.headings, self.beside_row):
            return rule
        is_fact = self.placement.kind == "context" and is_bold_fact(
            block, following, self.framework
        )
        is_heading = (block.kind == HEADING and not is_fact) or is_record_heading(block)
        if is_heading or is_plain_heading(block, text, self.framework):
            self.enter_heading(block, text)
            return SECTION_HEADING
        return None

    def take_grade(self, block: Block, text: str, scale: Scale) -> str | None:
        """Take a grade on its line, or a row of heading and grade; return the rule for it, if any.

        A row that heads a section is its heading.
        """
        if self.in_record:
            return RECORD if block.kind in (ROW, HEADING) else None
        if is_dated_row(block) or (self.in_grade_scale and block.kind == ROW):
            return None
        if row := read_graded_row(block, scale):
            name, grade = row
            rule = self.framework.find_rule(name)
            in_table = is_row_of_grades(block, self.framework, self.headings, self.beside_row)
            heads_section = self.has_begun and not in_table
            if rule and heads_section and not is_of_another_time(name):
                self.enter_section(name, rule, grade, block)
                return SECTION_HEADING
            return GRADE
        if block.number is not None or block.kind == BULLET or not is_set_as_grade(text, scale):
            return None
        self.grade_section(text, parse_grade(text, scale), block.page)
        return GRADE

    def grade_section(self, text: str, grade: str | None, page: int | None) -> None:
        """Give the section the grade under its heading; an unreadable one becomes a doubt."""
        if grade is None:
            message = f"the grade of “{self.placement.section}” reads “{text}”"
            self.doubts.append(Doubt("grade-unreadable", message, page))
        elif self.placement.kind == "finding":
            known = self.placement.grade or grade
            self.doubts += find_conflict(self.placement.section, grade, known, page)
            self.headings = self.headings.update(replace(self.placement, grade=grade))

    def enter_heading(self, block: Block, text: str) -> None:
        """Move to the section that a heading opens; a title before all sections opens none."""
        is_title = self.framework.is_named_in(text) and REPORT_TITLE.search(text)
        if is_title and not self.has_begun:
            return
        self.in_record = is_record_heading(block)
        scale = self.framework.scale
        title, grade = split_grade(block.text, scale) if scale else (block.text, None)
        title = strip_footnote_marks(title)
        rule = self.framework.find_rule(straighten(title))
        if rule and rule.is_inner and self.placement.kind == "finding":
            self.headings = self.headings.enter_inner(
                strip_footnote_marks(title), grade, block.level
            )
        elif rule and not self.is_half_of_grade_scale(rule, title):
            self.enter_section(title, rule, grade, block)
        elif self.has_begun or self.placement.section or not self.may_be_title(block):
            self.enter_subsection(title, grade, block.level)

    def is_half_of_grade_scale(self, rule: HeadingRule, title: str) -> bool:
        """Return whether a known heading is a bare name that heads a half of the grade scale."""
        is_bare_name = len(title.split()) <= MAX_BARE_NAME_WORDS
        return rule.opens_division and self.in_grade_scale and is_bare_name

    def may_be_title(self, block: Block) -> bool:
        """Return whether a heading before all paragraphs is the report's title or its cover."""
        return not self.framework.is_fallback or (block.level or 1) <= 1

    def enter_section(self, title: str, rule: HeadingRule, grade: str | None, block: Block) -> None:
        """Move to a section that the framework knows, in a box or not."""
        self.in_grade_scale = bool(GRADE_SCALE_HEADING.search(title))
        if rule.opens_division and rule.kind != "context":
            self.division, self.stands_apart = rule.area, rule.stands_apart
        if block.boxed and not CASE_STUDY.search(title):
            self.outside_box = None
        level = self.find_level(rule, block)
        part = None if rule.area else self.headings.find_part(level)
        kind = part.kind if part else rule.kind
        area = part.area if part else rule.area or self.division
        is_judged = kind == "finding"
        grade = self.find_grade(title, rule.area, grade, block.page) if is_judged else None
        placement = Placement(title, area, grade, kind)
        heading = OpenHeading(title, level, placement, True, rule.opens_division)
        outer = self.headings.leave_evidence() if rule.kind == "context" else self.headings
        self.headings = outer.enter(heading)

    def find_level(self, rule: HeadingRule, block: Block) -> float:
        """Return the level of a heading that the framework knows.

        Where the format states those of others alone, it is beside the known section before it.
        """
        if block.level_is_guess and rule.kind == "finding" and not rule.opens_division:
            before = self.headings.find_known("finding")
            if before and before.has_text and not before.is_division:
                return before.level
        return block.level or (LOWEST_LEVEL if block.number is None else 1)

    def find_grade(
        self, title: str, area: str | None, printed: str | None, page: int | None
    ) -> str | None:
        """Return a section's grade: as printed at its heading, else as its judgement gives it."""
        division = None if self.stands_apart else self.division
        if not self.framework.has_grades_behind:  # there each section with a grade prints it
            area = area or division
        judgement = find_judgement(self.judgements, title, area, division)
        if judgement and printed:
            self.doubts += find_conflict(title, printed, judgement.grade, page)
        return printed or (judgement.grade if judgement else None)

    def enter_subsection(self, title: str, grade: str | None, level: int | None) -> None:
        """Move to a heading that the framework does not know: within its section, or beside it."""
        is_fallback = self.framework.is_fallback
        self.headings = enter_unknown_heading(
            self.headings, title, grade, level, self.division, is_fallback
        )

    def why_no_paragraph(self, block: Block) -> str | None:
        """Return the rule by which a block is not of the report's text, None where it is."""
        if rule := find_exclusion_rule(block, self.framework, self.in_grade_scale):
            return rule
        is_cover = not self.has_begun and is_on_cover(
            block, self.framework, is_headed=bool(self.placement.section)
        )
        return COVER if is_cover else None

    def leave_summary(self, block: Block) -> None:
        """Go back to the section where a summary in plain paragraphs ends: at a numbered one."""
        last = self.headings.last
        if last and last.is_inner and last.has_unnumbered_text and block.number is not None:
            self.headings = self.headings.leave_inner()
