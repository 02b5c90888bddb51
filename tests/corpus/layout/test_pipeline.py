"""The pipeline as a whole: pure steps in the listed order; whatever lines come, no word is lost."""

import re
from copy import deepcopy
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.formats.document import TextLine
from corpus.layout import analyse_layout, pipeline
from corpus.layout.blocks import BULLET, FURNITURE, HEADING, PARAGRAPH, ROW
from corpus.layout.dehyphenation import DocumentWords, join_pair
from corpus.layout.furniture.headers_footers import find_running_lines
from corpus.layout.paragraphs.numbers import MIN_NUMBERS
from corpus.layout.state import initial_state
from tests.corpus.layout.printing import (
    EDGE,
    GAP,
    HEIGHT,
    LEFT,
    PITCH,
    document,
    flowing,
    line,
    moved,
    paragraph,
    sentence,
    stack,
    wrap,
)

TEXT = st.text(alphabet="abcdeABC .,-–’123•◼()?:", min_size=1, max_size=60).filter(str.strip)
LINES = st.builds(
    TextLine,
    text=TEXT,
    page=st.integers(1, 4),
    left=st.floats(40, 400),
    right=st.floats(410, 540),
    top=st.floats(20, 790),
    bottom=st.floats(20, 800),
    size=st.sampled_from([6.0, 10.0, 12.0, 14.0, 20.0]),
    bold=st.booleans(),
)
DOCUMENTS = st.lists(LINES, max_size=40).map(
    lambda lines: document(*([line for line in lines if line.page == page] for page in range(1, 5)))
)


FLOWING = flowing(
    TextLine("Contents", heading_level=1),
    TextLine("Leadership 2", cells=("Leadership", "2")),
    TextLine("Care 4", cells=("Care", "4")),
    "Record 9",
    TextLine("Inspection of Marrowdale", heading_level=1),
    TextLine("Leadership", bold=True),
    "1. Leaders plan with",
    "families each month of 2014³.",
    "2. Leaders listen to:",
    TextLine("families", bullet_depth=1),
    "3. Leaders act.",
)


def rich_page(number, start):
    """Return a page with a bit of everything that a step looks for."""
    numbered = paragraph(sentence(60, start), 0, mark=f"{2 * number - 1}.")
    body = stack(
        [line(f"Leadership in {start}", 0)],
        numbered,
        [line("Case study: what works", 0, 90)],
        paragraph(sentence(45, f"{start} agencies"), 0, left=90),
        paragraph(sentence(30, start), 0, mark=f"{2 * number}."),
        [line("▪", 0, 82)],
        top=70.0,
        gap=29.0,
    )
    marked = body[len(numbered)]
    footnote_mark = line(str(number), marked.top - 2, marked.right, size=6.5)
    title_drawn_last = body[0]
    return [
        line("Inspection of Marrowdale council", 30),
        *body[1 : len(numbered) + 1],
        footnote_mark,
        line("and so on.", marked.top, marked.right + 4),
        *body[len(numbered) + 1 :],
        line("Children who need help", 600),
        line("Good²", 600, 410),
        line("and protection", 614.5),
        line("as before", 614.5, 410),
        line(f"{number} This was invented.", 730, size=9.0),
        line(str(number), 800, 510),
        title_drawn_last,
    ]


PRINTED = document(
    [line("Contents", 90), line("Help 2", 110), line("Care 4", 130), line("Record 9", 150)],
    *(rich_page(number, start) for number, start in enumerate(("Ash", "Birch", "Cedar"), 1)),
    [
        *stack([line(row, 0) for row in wrap(sentence(40, "Dogwood"), LEFT, 280)]),
        *stack([line(row, 0, 300) for row in wrap(sentence(40, "Elder"), 300)]),
    ],
)
PIPELINES = [(PRINTED, "PRINTED_STEPS"), (FLOWING, "FLOWING_STEPS")]


@pytest.mark.parametrize(("whole", "name"), PIPELINES, ids=["printed", "flowing"])
def test_each_step_returns_something_new_and_leaves_its_input_as_it_was(whole, name):
    state = initial_state(whole)
    for step in getattr(pipeline, name):
        before = deepcopy(state)
        after = step(state)
        assert state == before, step.__name__
        assert after != before, f"{step.__name__} has nothing to do in this document"
        state = after


@given(DOCUMENTS)
def test_no_step_changes_its_input_whatever_lines_come(printed):
    state = initial_state(printed)
    for step in pipeline.PRINTED_STEPS:
        before = deepcopy(state)
        after = step(state)
        assert state == before, step.__name__
        state = after


@pytest.mark.parametrize(("whole", "name"), PIPELINES, ids=["printed", "flowing"])
def test_the_listed_steps_run_once_each_in_the_listed_order(whole, name, monkeypatch):
    steps, run = getattr(pipeline, name), []

    def recorded(step):
        def run_step(state):
            run.append(step)
            return step(state)

        return run_step

    expected = analyse_layout(whole)
    monkeypatch.setattr(pipeline, name, tuple(map(recorded, steps)))
    assert analyse_layout(whole) == expected
    assert run == list(steps)


def test_kinds_and_levels_of_a_flowing_document():
    blocks = analyse_layout(
        flowing(
            TextLine("Inspection of Marrowdale", heading_level=1),
            TextLine("Leadership", bold=True),
            "1. Leaders plan.",
            "2. Leaders listen to:",
            TextLine("families", bullet_depth=1),
            TextLine("and their schools", bullet_depth=2),
            "3. Leaders act.",
            TextLine("Overall effectiveness Good", cells=("Overall effectiveness", "Good")),
        )
    )
    assert [(block.kind, block.level, block.number, block.depth) for block in blocks] == [
        (HEADING, 1, None, 0), (HEADING, 2, None, 0), (PARAGRAPH, None, 1, 0),
        (PARAGRAPH, None, 2, 0), (BULLET, None, None, 1), (BULLET, None, None, 2),
        (PARAGRAPH, None, 3, 0), (ROW, None, None, 0),
    ]  # fmt: skip
    assert blocks[2].text == "Leaders plan."


def letters(text):
    return sorted(re.sub(r"\W|_", "", text))


@given(DOCUMENTS)
def test_only_repeated_heads_are_lost_and_nothing_is_invented(printed):
    running, _ = find_running_lines(printed)
    lines = printed.lines
    texts = [line.text for index, line in enumerate(lines) if index not in running]
    once = {" ".join(lines[index].text.split()) for index in running}
    blocks = analyse_layout(printed)
    labels = [cell for block in blocks if block.kind != ROW for cell in block.cells]
    marks = [str(block.number or "") for block in blocks]
    read = [block.text for block in blocks]
    assert letters("".join([*read, *labels, *marks])) == letters("".join([*texts, *once]))


@given(DOCUMENTS)
def test_numbers_count_up_and_kinds_keep_their_attributes(printed):
    blocks = analyse_layout(printed)
    numbers = [block.number for block in blocks if block.number is not None]
    assert all(above < below for above, below in pairwise(numbers))
    for block in blocks:
        assert (block.kind == "bullet") == (block.depth > 0)
        assert (block.kind == "heading") == (block.level is not None)
        assert block.text == " ".join(block.text.split())


@given(st.lists(st.text(max_size=40), max_size=20))
def test_flowing_text_of_any_kind_gives_blocks(texts):
    assert isinstance(analyse_layout(flowing(*texts)), tuple)


@given(st.text(alphabet="abc-/– ", max_size=9), st.text(alphabet="abc-/– ", max_size=9))
def test_joining_loses_no_letter(above, below):
    assert letters(join_pair(above, below, DocumentWords(()))) == letters(above + below)


KINDS = st.sampled_from(["plain", "bullet", "number", "heading"])


def unique_sentence(index, count):
    """Return a sentence that no other item has, so that no line recurs by chance."""
    name = unique_name(index)
    words = sentence(count).split()[1:]
    unique = (f"{name}{place}{word}" if place % 5 else word for place, word in enumerate(words))
    return " ".join(["Workers", *unique])


def unique_name(index):
    return "".join(chr(ord("a") + int(digit)) for digit in f"{index:03d}")


def text_of(index, kind, words):
    return f"Findings {unique_name(index)}" if kind == "heading" else unique_sentence(index, words)


def print_items(items):
    """Return a document of `items`, (kind, words) each, paragraphs cut where pages end."""
    pages, top, number = [[]], 90.0, 0
    for index, (kind, words) in enumerate(items):
        number += kind == "number"
        mark = {"bullet": "◼", "number": f"{number}."}.get(kind, "")
        text = text_of(index, kind, words)
        for row in paragraph(text, 0, mark=mark, bold=kind == "heading"):
            if top > HEIGHT - 110:
                pages.append([])
                top = 90.0
            pages[-1].append(moved(row, top - row.top))
            top += PITCH
        top += GAP - PITCH
    for page, lines in enumerate(pages, 1):
        lines.append(line(str(page), 800, 510))
    return document(*pages)


@given(st.lists(st.tuples(KINDS, st.integers(15, 90)), min_size=12, max_size=40))
def test_what_was_printed_is_read(items):
    printed = print_items(items)
    assume(not any(is_undecidable(above, below) for above, below in pairwise(printed.lines)))
    texts = [block.text for block in analyse_layout(printed) if block.kind not in FURNITURE]
    assert texts == expected_texts(items)


def is_undecidable(above, below):
    """Return whether a full line ends a sentence and a page: no reader could tell what follows it."""
    full = above.right > EDGE - 120 and above.text.endswith(".")
    return full and below.text == str(above.page)


def expected_texts(items):
    """Return what a reader expects; a number stays in its text where too few make a numbering."""
    texts = [text_of(index, kind, words) for index, (kind, words) in enumerate(items)]
    numbered = [index for index, (kind, _) in enumerate(items) if kind == "number"]
    if len(numbered) < MIN_NUMBERS:
        for count, index in enumerate(numbered, 1):
            texts[index] = f"{count}. {texts[index]}"
    return texts
