"""The judgements of a report: rows of its table or record, and sentences that give a grade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.blocks import HEADING, ROW, Block
from corpus.facts import OPENING, straight
from corpus.frameworks import Framework, Part
from corpus.grades import WORDS, grade_alone, grade_word, meant_as_grade, ungraded
from corpus.model import Doubt, Judgement

RECORD = re.compile(r"^record of (?:the )?main findings", re.IGNORECASE)
OUTLINE_NUMBER = re.compile(r"^\d(?:\.\d)?\.?\s+(?=\D)")
OVERALL = re.compile(
    rf"^(?:the )?overall judge?ment (?:is|of)\b.*?\b(?P<grade>{WORDS})\b|"
    rf"^children's services in .{{2,60}}?\b(?:is|are|be)?\s*(?P<services>{WORDS})(?: because)?\W*$",
    re.IGNORECASE,
)
BOARD = re.compile(
    r"^(?P<name>(?:the )?(?:effectiveness of the )?(?:local )?safeguarding children'?s? board"
    rf"(?: \(.{{2,12}}\))?) (?:is )?(?:judged )?(?:to be )?(?P<grade>{WORDS})(?: because)?\W*$",
    re.IGNORECASE,
)
TRAILING = re.compile(rf"^(?P<name>.{{4,120}}?)\W+(?P<grade>{WORDS})$", re.IGNORECASE)


class Record:
    """Judgements as they are met, each name once in its division; later ones only confirm."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.found: list[Judgement] = []
        self.doubts: list[Doubt] = []
        self.division: Part | None = None

    def add(self, name: str, grade: str, area: str | None) -> None:
        """Takes a judgement, unless one of that name and area is known already."""
        if not any((j.name.lower(), j.area) == (name.lower(), area) for j in self.found):
            self.found.append(Judgement(name, grade, area))

    def row(self, name: str, printed: str, page: int | None) -> None:
        """Takes a row of a table of judgements; an unreadable grade becomes a doubt."""
        name = OUTLINE_NUMBER.sub("", " ".join(name.split()))
        grade = grade_alone(printed)
        if grade:
            self.add(name, grade, self.area(name))
        elif not ungraded(printed):
            self.doubts.append(
                Doubt("grade-unreadable", f"the grade of “{name}” reads “{printed}”", page)
            )

    def area(self, name: str) -> str | None:
        """Returns the area of a judgement: its division's, else that of its heading."""
        if self.division:
            return self.division.area
        part = self.framework.part(straight(name))
        return part.area if part else None

    def heading(self, text: str) -> None:
        """Takes a heading within the record; one that opens a division gives its area to rows."""
        part = self.framework.part(text)
        if part and part.division:
            self.division = part


def read_judgements(
    blocks: Sequence[Block], framework: Framework
) -> tuple[tuple[Judgement, ...], list[Doubt]]:
    """Returns the judgements of a report, as printed and in order, with doubts about them."""
    record = Record(framework)
    if framework.graded:
        for block in summary(blocks):
            take(record, block)
        sentences(record, blocks)
    return tuple(record.found), record.doubts


def summary(blocks: Sequence[Block]) -> list[Block]:
    """Returns the blocks that may hold a table of judgements: the opening, and the record."""
    record = next(
        (at for at, b in enumerate(blocks) if RECORD.match(straight(b.text)) and b.kind == HEADING),
        None,
    )
    return [*until_prose(blocks), *(blocks[record + 1 :] if record is not None else ())]


def until_prose(blocks: Sequence[Block]) -> list[Block]:
    """Returns the blocks before the first numbered paragraph, at most those of the opening."""
    end = next((at for at, block in enumerate(blocks) if block.number is not None), OPENING)
    return list(blocks[: min(end, OPENING)])


def take(record: Record, block: Block) -> None:
    """Adds what a block of the summary says: a row, a heading, or a line that ends in a grade."""
    cells = [cell for cell in block.cells if cell.strip()]
    if len(cells) >= 2 and (meant_as_grade(cells[-1]) or ungraded(cells[-1])):
        record.row(" ".join(cells[:-1]), cells[-1], block.page)
        return
    text = straight(block.text)
    if len(text) > 140 or OVERALL.match(text) or BOARD.match(text):
        return
    trailing = TRAILING.match(text)
    known = trailing and record.framework.part(OUTLINE_NUMBER.sub("", trailing["name"]))
    if block.kind in (HEADING, ROW):
        record.heading(text)
    if trailing and known and known.kind == "finding":
        record.row(trailing["name"], trailing["grade"], block.page)


def sentences(record: Record, blocks: Sequence[Block]) -> None:
    """Adds the overall judgement, and that of the safeguarding board, given by a sentence."""
    for at, block in enumerate(blocks):
        if len(block.text) > 200 or block.number is not None:
            continue
        text = straight(block.text)
        overall = OVERALL.match(text) if at < OPENING else None
        if overall and not any(j.area == "overall" for j in record.found):
            record.add(
                "Overall effectiveness",
                grade_word(overall["grade"] or overall["services"]),
                "overall",
            )
        board = BOARD.match(text)
        if board and not any(j.area == "partnership" for j in record.found):
            record.add(board["name"], grade_word(board["grade"]), "partnership")


def overall_grade(judgements: Sequence[Judgement]) -> str | None:
    """Returns the grade for overall effectiveness; None where two of them differ."""
    grades = {j.grade for j in judgements if j.name.lower().startswith("overall")}
    return grades.pop() if len(grades) == 1 else None
