"""Recognised pages as lines: even sizes, bullets, no word twice, nothing that is no word."""

import pytest

from corpus.formats.document import PageInfo, TextLine
from corpus.formats.pdf.recognition.lines import FONT_SIZE, add_recognised, with_even_sizes
from corpus.formats.recognised import RecognisedLine, RecognisedPage, RecognisedWord

PICTURE = PageInfo(1, 595, 842, "has no text (a picture of a page?)", is_picture=True)
FOOT = TextLine("Page 1 of 9", 1, 72, 150, 800, 812, 9)


def line(text, top=100.0, size=11.0, confidence=95.0, left=72.0):
    words, at = [], left
    for word in text.split():
        words.append(RecognisedWord(word, at, at + 5 * len(word), confidence))
        at += 5 * len(word) + 4
    return RecognisedLine(top, top + size, size, tuple(words))


def page(*lines, **changes):
    return RecognisedPage(1, 595, 842, lines, **changes)


def add(*lines, to=PICTURE, text=(), **changes):
    return add_recognised(to, list(text), page(*lines, **changes))


def test_the_usual_size_is_that_of_lines_which_are_hardly_another():
    sizes = (11.0, 11.0, 9.7, 12.1, 14.0, 7.0)
    (even,) = with_even_sizes([page(*(line("A line of words", size=size) for size in sizes))])
    heights = [one.size / FONT_SIZE for one in even.lines]
    assert heights == pytest.approx([11.0, 11.0, 11.0, 11.0, 14.0, 7.0])
    assert [one.bottom - one.top for one in even.lines] == pytest.approx(
        [one.size for one in even.lines]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¢ Help is timely.", "• Help is timely."),
        ("e Help is timely.", "• Help is timely."),
        ("a child waits.", "a child waits."),
        ("¢", "¢"),
    ],
)
def test_what_a_bullet_is_taken_for_is_one(text, expected):
    assert [one.text for one in add(line(text))[1]] == [expected]


def test_a_page_that_was_recognised_is_no_longer_a_picture():
    info, lines = add(line("Help is timely."))
    assert (info.unreadable, info.is_picture, info.recognition.words) == (None, False, 3)
    assert (lines[0].text, lines[0].page, lines[0].size) == ("Help is timely.", 1, 11.0)


def test_words_that_may_be_others_are_named_and_those_that_are_none_left_out():
    sure, doubtful = line("Help is timely."), line("Heip is", 200, confidence=50)
    info, lines = add(sure, doubtful, line("~~ |) oe", 300, confidence=12))
    assert [one.text for one in lines] == ["Help is timely.", "Heip is"]
    assert (info.recognition.doubtful, info.recognition.left_out) == (("Heip", "is"), 3)


def test_what_the_file_has_as_text_is_not_there_twice():
    foot = line("Page 1 of 9", 800)
    info, lines = add(line("Help is timely."), foot, text=[FOOT], to=PageInfo(1, 595, 842))
    assert [one.text for one in lines] == ["Page 1 of 9", "Help is timely."]
    assert info.recognition.left_out == 0


@pytest.mark.parametrize(
    ("recognised", "unreadable"),
    [
        ((), "is a picture on which no text was recognised"),
        ((line("|~ ;", confidence=9),), "is a picture on which no text was recognised"),
        (
            (line("Heip is tirnely.", confidence=50),),
            "is a picture that is too poor: more than half of the 3 words on it are doubtful",
        ),
    ],
    ids=["nothing", "noise", "too poor"],
)
def test_a_page_without_words_stays_unreadable(recognised, unreadable):
    info, lines = add(*recognised)
    assert (info.unreadable, info.is_picture, info.recognition, lines) == (
        unreadable,
        True,
        None,
        [],
    )


def test_a_failure_is_told_beside_the_text_that_there_is():
    info, lines = add(failure="Tesseract crashed", text=[FOOT], to=PageInfo(1, 595, 842))
    assert (info.not_recognised, lines) == ("Tesseract crashed", [FOOT])


def test_a_page_that_lay_on_its_side_is_as_wide_as_it_was_high():
    info, _ = add_recognised(
        PICTURE, [], RecognisedPage(1, 842, 595, (line("Help is timely."),), is_turned=True)
    )
    assert (info.width, info.height) == (842, 595)
