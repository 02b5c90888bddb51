"""Whatever lines come: no word is lost or invented, pages run on, numbers count up."""

import re
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.formats.lines import Document, Line
from corpus.layout import blocks
from corpus.layout.blocks import FURNITURE, ROW
from corpus.layout.joining import Words, join
from corpus.layout.numbering import SHORTEST
from corpus.layout.running import running
from tests.corpus.layout.printing import (
    EDGE,
    GAP,
    HEIGHT,
    document,
    line,
    moved,
    paragraph,
    sentence,
)

TEXT = st.text(alphabet="abcdeABC .,-–’123•◼()?:", min_size=1, max_size=60).filter(str.strip)
LINES = st.builds(
    Line,
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
    lambda lines: document(*([x for x in lines if x.page == page] for page in range(1, 5)))
)


def letters(text):
    return sorted(re.sub(r"\W|_", "", text))


@given(DOCUMENTS)
def test_only_page_numbers_and_repeated_heads_are_lost_and_nothing_is_invented(made):
    heads, numbers = running(made)
    texts = [line.text for at, line in enumerate(made.lines) if at not in heads | numbers]
    once = {" ".join(made.lines[at].text.split()) for at in heads}
    found = blocks(made)
    labels = [cell for block in found if block.kind != ROW for cell in block.cells]
    marks = [str(block.number or "") for block in found]
    read = [block.text for block in found]
    assert letters("".join([*read, *labels, *marks])) == letters("".join([*texts, *once]))


@given(DOCUMENTS)
def test_numbers_count_up_and_kinds_keep_their_attributes(made):
    found = blocks(made)
    numbers = [block.number for block in found if block.number is not None]
    assert all(above < below for above, below in pairwise(numbers))
    for block in found:
        assert (block.kind == "bullet") == (block.depth > 0)
        assert (block.kind == "heading") == (block.level is not None)
        assert block.text == " ".join(block.text.split())


@given(st.lists(st.text(max_size=40), max_size=20))
def test_flowing_text_of_any_kind_gives_blocks(texts):
    assert isinstance(blocks(Document(tuple(map(Line, texts)), flowing=True)), tuple)


@given(st.text(alphabet="abc-/– ", max_size=9), st.text(alphabet="abc-/– ", max_size=9))
def test_joining_loses_no_letter(above, below):
    assert letters(join(above, below, Words([]))) == letters(above + below)


KINDS = st.sampled_from(["plain", "bullet", "number", "heading"])


def told(index, words):
    """A sentence that no other item has, so that no line comes back by chance."""
    name = named(index)
    rest = sentence(words).split()[1:]
    return " ".join(["Workers", *(f"{name}{at}{w}" if at % 5 else w for at, w in enumerate(rest))])


def named(index):
    return "".join(chr(ord("a") + int(digit)) for digit in f"{index:03d}")


def text_of(index, kind, words):
    return f"Findings {named(index)}" if kind == "heading" else told(index, words)


def printed(items):
    """Pages that print `items`, (kind, words) each, breaking paragraphs where pages end."""
    pages, at, number = [[]], 90.0, 0
    for index, (kind, words) in enumerate(items):
        number += kind == "number"
        mark = {"bullet": "◼", "number": f"{number}."}.get(kind, "")
        text = text_of(index, kind, words)
        for row in paragraph(text, 0, mark=mark, bold=kind == "heading"):
            if at > HEIGHT - 110:
                pages.append([])
                at = 90.0
            pages[-1].append(moved(row, at - row.top))
            at += 14.5
        at += GAP - 14.5
    for page, lines in enumerate(pages, 1):
        lines.append(line(str(page), 800, 510))
    return document(*pages)


@given(st.lists(st.tuples(KINDS, st.integers(15, 90)), min_size=12, max_size=40))
def test_what_was_printed_is_read(items):
    made = printed(items)
    assume(not any(undecidable(above, below) for above, below in pairwise(made.lines)))
    found = [block.text for block in blocks(made) if block.kind not in FURNITURE]
    assert found == expected(items)


def undecidable(above, below):
    """Whether a full line ends a sentence and a page: no reader could tell what follows it."""
    full = above.right > EDGE - 120 and above.text.endswith(".")
    return full and below.text == str(above.page)


def expected(items):
    """What a reader expects; a number stays in its text where too few make a numbering."""
    texts = [text_of(index, kind, words) for index, (kind, words) in enumerate(items)]
    numbered = [index for index, (kind, _) in enumerate(items) if kind == "number"]
    if len(numbered) < SHORTEST:
        for count, index in enumerate(numbered, 1):
            texts[index] = f"{count}. {texts[index]}"
    return texts
