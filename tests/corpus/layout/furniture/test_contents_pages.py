"""Contents pages: set aside, never lost."""

import pytest

from corpus.formats.document import TextLine
from corpus.layout import analyse_layout
from corpus.layout.blocks import CONTENTS, PARAGRAPH
from corpus.layout.furniture.contents_pages import find_contents
from tests.corpus.layout.furniture.pages import body, running_texts, texts_of_kind
from tests.corpus.layout.printing import document, flowing, layout_lines, line

CONTENTS_PAGE = [
    line("Contents", 90, size=20.0),
    line("About this inspection", 130),
    line("2", 130, 510),
    line("The experiences and progress of children who need help", 150),
    line("and protection", 165),
    line("9", 165, 510),
    line("Leadership ........................ 21", 185),
]


def test_contents_with_wrapped_entries_are_set_aside():
    blocks = analyse_layout(document([*CONTENTS_PAGE, line("1", 800, 510)], body("A"), body("B")))
    assert texts_of_kind(blocks, CONTENTS) == [line.text for line in CONTENTS_PAGE]
    assert running_texts(blocks)[0].startswith("A listen to")


def test_a_heading_that_says_contents_over_text_begins_no_contents_page():
    blocks = analyse_layout(document([line("Contents", 60, bold=True), *body("A")], body("B")))
    assert texts_of_kind(blocks, CONTENTS) == []


def test_contents_as_table_rows():
    entries = [TextLine(f"{t} {n}", cells=(t, n)) for t, n in (("Leadership", "2"), ("Care", "4"))]
    title = TextLine("Contents", heading_level=1)
    blocks = analyse_layout(flowing(title, *entries, "Record 9", "Leaders plan well."))
    assert [block.kind for block in blocks] == [CONTENTS] * 4 + [PARAGRAPH]


@pytest.mark.parametrize(
    ("texts", "indices"),
    [
        (["Contents", "A 1", "B 2", "C 3", "Text"], {0, 1, 2, 3}),
        (["Table of contents:", "A 1", "B", "2", "C 3"], {0, 1, 2, 3, 4}),
        (["Contents", "A 1", "B 2"], set()),
        (["Contents", "A 1", "B 4", "C 3", "D 5"], {0, 1, 2, 3, 4}),
        (["Contents", "A 1", "B 2", "a", "b", "c", "d", "C 3"], set()),
        (["A 1", "B 2", "C 3"], set()),
    ],
    ids=[
        "entries",
        "a wrapped entry",
        "too few",
        "a number that falls",
        "text between",
        "no title",
    ],
)
def test_contents_end_with_their_last_entry(texts, indices):
    lines = layout_lines(*(line(text, 90 + 20 * row) for row, text in enumerate(texts)))
    assert find_contents(lines) == indices
