"""Find the criteria of a grade scale, one text a grade, which are no findings of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.frameworks.scale import Scale
from corpus.layout.blocks import HEADING, ROW, Block

GRADE_FIRST = re.compile(r"(?P<word>[A-Za-z][A-Za-z ]{2,50}?)\s*(?:\([^()]{1,12}\))?\s*[:–—-]\s")
MAX_GRADE_LETTERS = 70
"""Letters of a text in which a grade is looked for that it begins with."""

MIN_CRITERIA = 3
"""So many different grades, one after the other, are a scale."""

MIN_CRITERION_WORDS = 6
"""Words that tell what a grade means; fewer name what is judged."""


def find_criteria(blocks: Sequence[Block], scale: Scale | None) -> set[int]:
    """Return the indices of the blocks that say what each grade of a scale means, in a run."""
    if scale is None:
        return set()
    grades = [grade_explained(block, scale) for block in blocks]
    criteria: set[int] = set()
    for run in find_runs(grades):
        if len({grades[at] for at in run}) >= MIN_CRITERIA:
            criteria.update(run)
    return criteria


def find_runs(grades: Sequence[str | None]) -> Iterator[list[int]]:
    """Yield the indices of each run of grades."""
    for is_grade, run in groupby(range(len(grades)), key=lambda at: grades[at] is not None):
        if is_grade:
            yield list(run)


def grade_explained(block: Block, scale: Scale) -> str | None:
    """Return the grade that a block begins with and tells the meaning of, None for none."""
    if block.kind == HEADING:
        return None
    if block.kind == ROW:
        word, meaning = block.cells[0], " ".join(block.cells[1:])
    else:
        match = GRADE_FIRST.match(block.text[:MAX_GRADE_LETTERS])
        word, meaning = (match["word"], block.text[match.end() :]) if match else ("", "")
    grade = scale.find(word) if len(meaning.split()) >= MIN_CRITERION_WORDS else None
    return grade.key if grade else None
