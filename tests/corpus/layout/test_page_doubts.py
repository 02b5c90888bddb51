"""Pages that show more than was read are doubted, each with what a curator looks for."""

import pytest

from corpus.formats.document import ANNOTATION, HIDDEN_TEXT, WATERMARK, Document, LeftOut, PageInfo
from corpus.layout import analyse_layout
from corpus.layout.completeness import find_lost_text
from corpus.layout.page_doubts import (
    MAX_LEFT_OUT_DOUBTS,
    find_left_out,
    find_page_doubts,
    quoted,
)
from tests.corpus.layout.printing import (
    HEIGHT,
    WIDTH,
    document,
    line,
    paragraph,
    sentence,
    stack,
    wrap,
)


def doubts_of(printed: Document):
    return [
        (doubt.kind, doubt.page) for doubt in find_page_doubts(printed, analyse_layout(printed))
    ]


BODY = stack(paragraph(sentence(30), 0))
FOOT = line("Inspection of Marrowdale council", 800)


def test_a_sound_document_has_no_doubt() -> None:
    assert doubts_of(document([*BODY, FOOT], [*BODY, FOOT])) == []


def test_a_page_with_only_a_running_foot_is_doubted() -> None:
    assert doubts_of(document([*BODY, FOOT], [FOOT], [*BODY, FOOT])) == [("page-unreadable", 2)]


def test_a_paragraph_that_goes_on_over_a_page_with_only_a_foot_is_whole() -> None:
    rows = [line(row, 700 + 15 * index) for index, row in enumerate(wrap(sentence(60)))]
    first, rest = rows[:2], [line(row.text, 40 + 15 * index) for index, row in enumerate(rows[2:])]
    feet = [line(f"Report on Marrowdale, page {page}", 800) for page in (1, 2, 3)]
    printed = document([*first, feet[0]], [feet[1]], [*rest, feet[2]])
    assert doubts_of(printed) == [("page-unreadable", 2)]
    assert doubts_of(document(first, [feet[1]], [*rest, feet[2]])) == [("page-unreadable", 2)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (PageInfo(1, WIDTH, HEIGHT, "is damaged"), ("page-unreadable", "page 1 is damaged")),
        (PageInfo(1, WIDTH, HEIGHT, is_picture=True),
         ("page-unreadable", "page 1 shows more than its few words (a picture of a page?)")),
    ],
)  # fmt: skip
def test_a_page_that_could_not_be_read_is_doubted(
    page: PageInfo, expected: tuple[str, str]
) -> None:
    (doubt,) = find_page_doubts(Document(tuple(BODY), (page,)), analyse_layout(document(BODY)))
    assert (doubt.kind, doubt.message, doubt.page) == (*expected, 1)


def test_lost_text_is_doubted_with_its_first_words() -> None:
    printed = document(BODY)
    (doubt,) = find_page_doubts(printed, [])
    assert (doubt.kind, doubt.page) == ("text-lost", 1)
    assert quoted(find_lost_text(printed, [])[1]) in doubt.message
    assert len(doubt.message) < 200


def test_what_was_left_out_is_doubted_once_however_many_pages_have_it() -> None:
    watermark = LeftOut(WATERMARK, "DRAFT")
    pages = (
        PageInfo(1, WIDTH, HEIGHT, left_out=(watermark, LeftOut(HIDDEN_TEXT, "•"))),
        PageInfo(2, WIDTH, HEIGHT, left_out=(watermark, LeftOut(ANNOTATION, "?"))),
        PageInfo(3, WIDTH, HEIGHT, left_out=(watermark,)),
    )
    doubts = [(doubt.kind, doubt.message) for doubt in find_left_out(Document((), pages))]
    assert doubts == [
        ("watermark", "on page 1 and 2 more a watermark was left out: “DRAFT”"),
        ("annotation", "on page 2 a note or a ticked box was not read: “?”"),
    ]


def test_of_many_texts_left_out_the_first_are_named() -> None:
    notes = tuple(LeftOut(ANNOTATION, str(number)) for number in range(MAX_LEFT_OUT_DOUBTS * 2))
    page = PageInfo(1, WIDTH, HEIGHT, left_out=notes)
    assert len(list(find_left_out(Document((), (page,))))) == MAX_LEFT_OUT_DOUBTS
