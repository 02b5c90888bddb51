"""Accounting: what was set aside of a report, and yet may be text of its own, is doubted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from corpus.frameworks.scale import Scale
from corpus.layout.blocks import ROW
from corpus.layout.page_doubts import TEXT_LOST, lost_text_message
from corpus.model import Doubt, Judgement
from corpus.patterns import straighten
from corpus.understanding.boilerplate import (
    is_boilerplate,
    is_sentence,
    is_unlabelled_sentence,
)
from corpus.understanding.grading.grades import is_no_grade, join_number, parse_grade
from corpus.understanding.grading.judgement_names import (
    extract_letters,
    is_of_this_inspection,
)
from corpus.understanding.grading.stated_by_scale import find_stated_grade
from corpus.understanding.grading.stated_grades import is_of_another_time
from corpus.understanding.opening import (
    FINITE_VERB,
    MIN_SENTENCE_WORDS,
    is_statement,
)
from corpus.understanding.outline.placement import (
    CLOSE,
    COVER,
    GRADE,
    LAST_PAGE,
    LETTERHEAD,
    RECORD,
    SECTION_HEADING,
    TABLE_HEADER,
    WITHOUT_WORDS,
    PlacedBlock,
    SetAside,
)

ASKING = re.compile(r"(?:what|how|why|when|where|who|whether)\b", re.IGNORECASE)
"""How a heading begins that names what its section is on: "What needs to improve"."""

MAX_TEXTS = 40
"""Texts of a page that its doubt is made of: it quotes no more of them."""

FRAME_RULES = frozenset({LETTERHEAD, CLOSE, LAST_PAGE})
"""Rules by which a block is set aside for its place, whatever it says."""


def find_lost_blocks(
    outcomes: Sequence[PlacedBlock | SetAside],
    judgements: Sequence[Judgement],
    scale: Scale | None,
    title: str | None = None,
) -> Iterator[Doubt]:
    """Yield a doubt for each page with text that no paragraph, heading or judgement holds.

    `outcomes` are those of all blocks of a report, in their order; its grades are of `scale`. Its
    `title` is not lost, although nothing may stand under it.
    """
    names = {extract_letters(name) for name in (title or "", *(j.name for j in judgements))}
    lost: defaultdict[int | None, dict[str, None]] = defaultdict(dict)  # each text once, in order
    for outcome, following in zip_longest(outcomes, outcomes[1:]):
        text = lost_text(outcome, following, names, scale)
        if text and len(lost[outcome.block.page]) < MAX_TEXTS:
            lost[outcome.block.page][text] = None
    for page, texts in lost.items():
        if texts:
            yield Doubt(TEXT_LOST, lost_text_message(page, " ".join(texts)), page)


def lost_text(
    outcome: PlacedBlock | SetAside,
    following: PlacedBlock | SetAside | None,
    names: AbstractSet[str],
    scale: Scale | None,
) -> str:
    """Return the text of a block that is lost, "": none, as of a paragraph.

    `names` are those of the judgements, as `extract_letters` gives them.
    """
    block = outcome.block
    if isinstance(outcome, PlacedBlock):
        return ""
    if outcome.rule == SECTION_HEADING:
        is_followed = isinstance(following, PlacedBlock) or (
            following is not None and following.rule in (GRADE, TABLE_HEADER)
        )
        is_judged = extract_letters(block.text) in names
        heads_nothing = not (is_followed or is_judged)
        is_lost = heads_nothing and is_set_as_heading(straighten(block.text), scale)
    else:
        is_lost = may_be_lost(outcome, names, scale)
    return block.text if is_lost else ""


def may_be_lost(outcome: SetAside, names: AbstractSet[str], scale: Scale | None) -> bool:
    """Return whether a block that is no heading may be more than the rule for it supposes."""
    block, text = outcome.block, straighten(outcome.block.text)
    cells = join_number(list(map(straighten, block.filled_cells)))
    if outcome.rule == WITHOUT_WORDS:
        return any(map(str.isalnum, text))
    if outcome.rule == COVER:
        return is_unlabelled_sentence(text) and extract_letters(text) not in names
    if outcome.rule in FRAME_RULES:
        return (is_sentence(text) or is_statement(text)) and not is_boilerplate(text)
    if block.kind != ROW or len(cells) < 2:
        return False
    if outcome.rule == GRADE:
        name = " ".join(cells[:-1])
        is_judged = extract_letters(name) in names or is_of_this_inspection(name)
        return not (is_judged or is_of_another_time(name) or is_no_grade(cells[-1]))
    is_graded = scale is not None and parse_grade(cells[-1], scale)
    return outcome.rule == RECORD and not (is_graded or is_no_grade(cells[-1]))


def is_set_as_heading(text: str, scale: Scale | None) -> bool:
    """Return whether a heading is a sentence, with a full stop or not, and no judgement."""
    if scale is not None and find_stated_grade(text, scale):
        return False
    if is_statement(text):
        return True
    is_long = len(text.split()) >= MIN_SENTENCE_WORDS
    is_question = ASKING.match(text) is not None or text.endswith(("?", ":"))
    return is_long and not is_question and FINITE_VERB.search(text) is not None
