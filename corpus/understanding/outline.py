"""Where each paragraph of a report stands: section, area, grade, kind and timescale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from corpus.frameworks import OTHER, Framework, Part
from corpus.frameworks.framework import judgement_for
from corpus.layout.blocks import BULLET, FURNITURE, HEADING, PARAGRAPH, ROW, Block
from corpus.model import Doubt, Judgement
from corpus.understanding.boilerplate import body, is_boilerplate, is_cover
from corpus.understanding.cues import (
    ABOUT_THE_VISIT,
    SCALE,
    STUDY,
    TIMESCALE,
    TITLE,
    WHAT_HAPPENS_NEXT,
    is_step,
    is_table_head,
    leads_in,
)
from corpus.understanding.facts import MARKS, straight
from corpus.understanding.grades import grade_alone, meant_as_grade, split_heading, ungraded
from corpus.understanding.judgements import is_record

LONGEST_HEADING = 14
"""Words of a heading that is told by its words alone, not by its look."""

SENTENCE_ENDS = ".:;,"
BARE = 3
"""Words of a heading such as "The local authority" or "The LSCB"."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: all that a heading says of the paragraphs under it."""

    section: str | None = None
    area: str | None = None
    grade: str | None = None
    kind: str = "finding"
    timescale: str | None = None
    level: int = 9


@dataclass(frozen=True, slots=True)
class Standing:
    """A block that is a paragraph, and the place it stands in."""

    block: Block
    place: Place


@dataclass(slots=True)
class Reader:
    """Walks the blocks of one report and keeps the place.

    `division` is the area of sections that have none of their own, `recording` tells that
    this is the record of judgements at the end (data, and no paragraphs), `scale` that it is
    the scale of grades.
    """

    framework: Framework
    judgements: tuple[Judgement, ...]
    division: str | None = None
    place: Place = Place()
    outside: Place | None = None
    begun: bool = False
    recording: bool = False
    scale: bool = False
    doubts: list[Doubt] = field(default_factory=list)

    def read(self, blocks: Sequence[Block]) -> Iterator[Standing]:
        """Yields the paragraphs among `blocks` with their places."""
        told = [block for block in body(blocks) if block.kind not in FURNITURE]
        for block, after in zip_longest(told, told[1:]):
            self.step_out_of_box(block)
            if not self.opens(block) and self.is_paragraph(block):
                self.begun = True
                yield Standing(block, self.placed(block, after))

    def step_out_of_box(self, block: Block) -> None:
        """Keeps the place where a box begins and goes back to it where the box ends.

        A box that opens a section other than a case study is that section, not an aside.
        """
        if block.boxed and self.outside is None:
            self.outside = self.place
        elif not block.boxed and self.outside is not None:
            self.place, self.outside = self.outside, None

    def opens(self, block: Block) -> bool:
        """Takes in a block that says where what follows stands; returns whether it does."""
        text = straight(block.text)
        if self.place.kind == "recommendation" and block.kind != BULLET and TIMESCALE.match(text):
            self.place = replace(self.place, timescale=text.rstrip(" :.,").lower())
            return True
        if self.framework.graded and self.takes_grade(block, text):
            return True
        if block.kind == HEADING or is_record(block) or self.reads_as_heading(block, text):
            self.heading(block, text)
            return True
        return False

    def reads_as_heading(self, block: Block, text: str) -> bool:
        """Returns whether a line in plain type is a heading that the framework prints."""
        if block.kind != PARAGRAPH or block.number is not None or not text[:1].isupper():
            return False
        if len(text.split()) > LONGEST_HEADING or text[-1] in SENTENCE_ENDS:
            return False
        return any(part.heading.match(text) for part in self.framework.parts)

    def takes_grade(self, block: Block, text: str) -> bool:
        """Takes a grade on its line, or a row of heading and grade; returns whether it was one."""
        cells = [straight(cell) for cell in block.cells if cell.strip()]
        if self.recording:
            return block.kind in (ROW, HEADING)
        if block.kind == ROW and len(cells) > 1 and (grade_alone(cells[-1]) or ungraded(cells[-1])):
            part = self.framework.part(cells[0])
            if part and self.begun:
                self.section(cells[0], part, grade_alone(cells[-1]), block)
            return True
        if block.number is not None or block.kind == BULLET or not meant_as_grade(text):
            return False
        grade = grade_alone(text)
        if grade is None:
            self.doubts.append(
                Doubt(
                    "grade-unreadable",
                    f"the grade of “{self.place.section}” reads “{text}”",
                    block.page,
                )
            )
        elif self.place.kind == "finding":
            self.compare(self.place.section, grade, self.place.grade or grade, block.page)
            self.place = replace(self.place, grade=grade)
        return True

    def heading(self, block: Block, text: str) -> None:
        """Moves to the section that a heading opens; a title before all sections opens none."""
        if not self.begun and self.framework.named_in(text) and TITLE.search(text):
            return
        self.recording = is_record(block)
        title, grade = split_heading(block.text) if self.framework.graded else (block.text, None)
        part = self.framework.part(straight(title))
        if part and not self.within(part, title):
            self.section(title, part, grade, block)
        elif self.begun or self.place.section or not self.is_title(block):
            self.subsection(title, grade, block)

    def within(self, part: Part, title: str) -> bool:
        """Returns whether a known heading stands within the section that is open.

        So do headings that all sections of findings have, and the bare names that head the
        halves of the scale of grades.
        """
        if part.inner:
            return self.place.kind == "finding"
        return part.division and self.scale and len(title.split()) <= BARE

    def is_title(self, block: Block) -> bool:
        """Returns whether a heading before all paragraphs is the report's title or cover."""
        return self.framework is not OTHER or (block.level or 1) <= 1

    def section(self, title: str, part: Part, grade: str | None, block: Block) -> None:
        """Moves to a section that the framework knows, in a box or not."""
        self.scale = bool(SCALE.search(title))
        if part.division:
            self.division = part.area
        if block.boxed and not STUDY.search(title):
            self.outside = None
        area = part.area or self.division
        judged = part.kind == "finding"
        grade = self.judged(title, area, grade, block.page) if judged else None
        level = block.level or 9
        self.place = Place(title.rstrip(MARKS), area, grade, part.kind, None, level)

    def judged(
        self, title: str, area: str | None, printed: str | None, page: int | None
    ) -> str | None:
        """Returns a section's grade: as printed at its heading, else as its judgement gives it."""
        found = judgement_for(self.judgements, title, area, self.division)
        if found and printed:
            self.compare(title, printed, found.grade, page)
        return printed or (found.grade if found else None)

    def compare(self, section: str | None, printed: str, judged: str, page: int | None) -> None:
        """Notes a doubt where a heading and the table of judgements give different grades."""
        if printed != judged:
            told = f"“{section}” is graded {printed} at its heading and {judged} in the table"
            self.doubts.append(Doubt("grade-conflict", told, page))

    def subsection(self, title: str, grade: str | None, block: Block) -> None:
        """Moves to a heading that the framework does not know: within its section, or beside it.

        It leaves recommendations and context where it has a grade or, in an unknown report,
        where it is set no smaller than their heading.
        """
        level = block.level or 9
        beside = grade is not None or (self.framework is OTHER and level <= self.place.level)
        if beside and self.place.kind != "finding":
            self.place = Place(title.rstrip(MARKS), self.division, grade, "finding", None, level)
        else:
            self.place = replace(
                self.place, section=title.rstrip(MARKS), grade=grade or self.place.grade
            )

    def is_paragraph(self, block: Block) -> bool:
        """Returns whether a block is of the report's text, not of its cover or its tables."""
        text = straight(block.text)
        if not any(letter.isalpha() for letter in text) or is_boilerplate(text):
            return False
        if is_table_head(block) or (self.scale and is_step(block)):
            return False
        if block.number is not None or self.begun or self.place.section:
            return True
        return not is_cover(text)

    def placed(self, block: Block, after: Block | None) -> Place:
        """Returns the place of a paragraph; what is said of the inspection is context anywhere."""
        text = straight(block.text)
        if self.tells_of_inspection(text):
            return Place(self.place.section, "about", None, "context")
        if self.place.kind == "recommendation" and leads_in(block, after):
            return replace(self.place, kind="context", timescale=None)
        return self.place

    def tells_of_inspection(self, text: str) -> bool:
        """Returns whether a paragraph tells of the inspection itself, not of what it found."""
        if WHAT_HAPPENS_NEXT.match(text):
            return True
        intro = self.place.section is None and not self.framework.graded
        return bool(intro and ABOUT_THE_VISIT.match(text))
