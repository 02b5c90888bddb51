"""The judgements of a report: rows of its table or record, and sentences that give a grade."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.frameworks import Framework, Part
from corpus.layout.blocks import BULLET, HEADING, PARAGRAPH, Block
from corpus.model import Doubt, Judgement
from corpus.understanding.facts import opening_of, straight
from corpus.understanding.grades import WORDS, grade_alone, grade_word, meant_as_grade, ungraded

RECORD = re.compile(r"record of (?:the )?main findings\W*", re.IGNORECASE)
OUTLINE_NUMBER = re.compile(r"^\d(?:\.\d)?\.?\s+(?=\D)")
OVERALL = re.compile(
    rf"^(?:the )?overall judge?ment (?:is|of)\b.*?\b(?P<grade>{WORDS})\b|"
    rf"^children's services in .{{2,60}}?\b(?:is|are|be)?\s*(?P<services>{WORDS})(?: because)?\W*$",
    re.IGNORECASE,
)
BOARD = re.compile(
    r"^(?P<name>(?:the )?(?:effectiveness of the )?"
    r"(?:(?:local )?safeguarding children'?s? board|lscb)"
    rf"(?: \(.{{2,12}}\))?) (?:is )?(?:judged )?(?:to be )?(?P<grade>{WORDS})(?: because)?\W*$",
    re.IGNORECASE,
)
TRAILING = re.compile(rf"^(?P<name>.{{4,120}}?)\W+(?P<grade>{WORDS})$", re.IGNORECASE)


LONGEST = 160
"""Characters of a heading or a line of a table; more is prose."""


class Record:
    """Judgements as they are met, each name once in its division; later ones only confirm."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.found: list[Judgement] = []
        self.doubts: list[Doubt] = []
        self.division: Part | None = None
        self.above = ""

    def add(self, name: str, grade: str, area: str | None) -> None:
        """Takes a judgement, unless one of that name and area is known already."""
        if not any((j.name.lower(), j.area) == (name.lower(), area) for j in self.found):
            self.found.append(Judgement(name, grade, area))

    def row(self, name: str, printed: str, page: int | None) -> None:
        """Takes a row of a table of judgements; an unreadable grade becomes a doubt.

        A name that begins in lower case goes on from the line above.
        """
        if name[:1].islower():
            name = f"{self.above} {name}"
        name = self.without_division(OUTLINE_NUMBER.sub("", " ".join(name.split())))
        grade = grade_alone(printed)
        if grade:
            self.add(name, grade, self.area(name))
        elif not ungraded(printed):
            self.doubts.append(
                Doubt("grade-unreadable", f"the grade of “{name}” reads “{printed}”", page)
            )

    def without_division(self, name: str) -> str:
        """Returns a name without the division's heading that runs into it, which is taken."""
        part = self.framework.part(straight(name))
        heading = part.heading.match(straight(name)) if part and part.division else None
        rest = name[heading.end() :].lstrip(" ?:") if heading else ""
        if not self.is_judged(rest):
            return name
        self.division = part
        return self.without_division(rest)

    def is_judged(self, heading: str) -> bool:
        """Returns whether a heading is that of an area which such reports judge."""
        part = self.framework.part(straight(heading))
        return part is not None and part.kind == "finding"

    def area(self, name: str) -> str | None:
        """Returns the area of a judgement: its division's, else that of its heading."""
        if self.division:
            return self.division.area
        part = self.framework.part(straight(name))
        return part.area if part else None

    def line(self, text: str, block: Block) -> None:
        """Takes a line: a division of the record, a judgement and its grade, or one of the two.

        "Grade 2 (Good)" under a heading is a section's and not of the table.
        """
        bare = grade_alone(text) and not text.lower().startswith("grade")
        if bare and self.is_judged(self.above):
            self.row(self.above, text, block.page)
            return
        trailing = TRAILING.match(text)
        part = self.framework.part(OUTLINE_NUMBER.sub("", trailing["name"] if trailing else text))
        if trailing and part and part.kind == "finding":
            self.row(trailing["name"], trailing["grade"], block.page)
        elif part and part.division:
            self.division = part
        self.above = block.text


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
    record = next((at for at, block in enumerate(blocks) if is_record(block)), None)
    return [*until_prose(blocks), *(blocks[record + 1 :] if record is not None else ())]


def is_record(block: Block) -> bool:
    """Returns whether a block heads the record of judgements at a report's end."""
    return block.kind in (HEADING, PARAGRAPH) and bool(RECORD.fullmatch(block.text))


def until_prose(blocks: Sequence[Block]) -> list[Block]:
    """Returns the opening's blocks before the first numbered paragraph or bullet.

    Bullets may list the judgements of earlier inspections.
    """
    opening = opening_of(blocks)
    ends = (at for at, b in enumerate(opening) if b.number is not None or b.kind == BULLET)
    return opening[: next(ends, None)]


def take(record: Record, block: Block) -> None:
    """Adds what a block of the summary says: a row, a heading, or a line that ends in a grade."""
    cells = [cell for cell in block.cells if cell.strip()]
    text = straight(block.text)
    if len(cells) >= 2 and (meant_as_grade(cells[-1]) or ungraded(cells[-1])):
        record.row(" ".join(cells[:-1]), cells[-1], block.page)
    elif len(text) < LONGEST and not OVERALL.match(text) and not BOARD.match(text):
        record.line(text, block)


def sentences(record: Record, blocks: Sequence[Block]) -> None:
    """Adds the overall judgement, and that of the safeguarding board, given by a sentence."""
    overall = first_match(OVERALL, until_prose(blocks))
    if overall and not any(j.area == "overall" for j in record.found):
        grade = grade_word(overall["grade"] or overall["services"])
        record.add("Overall effectiveness", grade, "overall")
    board = first_match(BOARD, blocks)
    if board and not any(j.area == "partnership" for j in record.found):
        record.add(board["name"], grade_word(board["grade"]), "partnership")


def first_match(pattern: re.Pattern[str], blocks: Sequence[Block]) -> re.Match[str] | None:
    """Returns the match of the first heading or short paragraph that a pattern fits."""
    short = (straight(b.text) for b in blocks if len(b.text) < LONGEST and b.number is None)
    return next((match for text in short if (match := pattern.match(text))), None)


def overall_grade(judgements: Sequence[Judgement]) -> str | None:
    """Returns the grade for overall effectiveness; None where two of them differ."""
    grades = {j.grade for j in judgements if j.name.lower().startswith("overall")}
    return grades.pop() if len(grades) == 1 else None
