import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.pdf.rows import join_words
from corpus.formats.pdf.word_arrays import WordArrays
from corpus.formats.pdf.words import PdfWord


def word(
    text: str,
    left: float,
    before: str = " ",
    *,
    size: float = 10,
    up: float = 0,
    bold: bool = False,
) -> PdfWord:
    """Return a word on the baseline 100 points from the top, letters half as wide as high."""
    right = left + len(text) * size / 2
    bottom = 100 + size * 0.2 - up
    return PdfWord(text, before, left, right, bottom - size * 1.2, bottom, size, bold)


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ([word("Help", 0), word("now", 25)], ["Help now"]),
        ([word("Help", 0), word("now", 0, "\n", up=-12)], ["Help", "now"]),
        ([word("Help", 0), word("now", 23, "\n")], ["Help now"]),
        ([word("Help", 0), word("ful", 20.5, "\n")], ["Helpful"]),
        ([word("Overall", 0), word("Good", 200)], ["Overall", "Good"]),
        ([word("12.", 0), word("Help", 36)], ["12. Help"]),
        ([word("16", 0), word("120", 36)], ["16", "120"]),
        ([word("\uf06e", 0), word("Help", 36)], ["\uf06e Help"]),
        ([word("12.Help", 0)], ["12. Help"]),
        ([word("87.5%", 0), word("of", 30)], ["87.5% of"]),
        ([word("Board", 0), word("12", 25, "", size=6, up=4)], ["Board¹²"]),
        ([word("Board", 0), word("12", 25, "", size=6)], ["Board12"]),
        ([word("2014", 0), word("3", 20, "", size=9, up=4), word(",", 25, "")], ["2014³,"]),
        ([word("2014", 0), word("3,4", 20, "", size=6, up=4)], ["2014³,⁴"]),
        ([word("2014", 0), word("a", 20, "", size=6, up=4)], ["2014ᵃ"]),
        ([word("2014", 0), word("3", 20, "", up=3)], ["2014³"]),
        ([word("170", 0), word("5", 15, "", size=6), word("in", 20)], ["170⁵ in"]),
        ([word("£1.5", 0), word("8", 20, "", size=9)], ["£1.58"]),
        ([word("160", 0), word("4", 15, "", up=3), word("in", 21, "")], ["160⁴ in"]),
        ([word("160", 0), word("4", 15, "", up=3), word(",", 21, "")], ["160⁴,"]),
        ([word("2014", 0), word("3", 30, up=3)], ["2014 3"]),
        ([word("1", 0), word("st", 5, "", size=6, up=4), word("May", 15)], ["1st May"]),
        ([word("Makaton", 0), word("TM", 35, "", size=6, up=4)], ["MakatonTM"]),
        ([word("H", 0), word("2", 5, "", size=6, up=-1), word("O", 8, "")], ["H2O"]),
        ([word("so", 0), word("1", 10, "", size=6, up=4), word("a", 16, "\n")], ["so¹ a"]),
        ([word("1", 0, size=6, up=4), word("Ofsted", 5)], ["¹ Ofsted"]),
        ([word("•", 0, size=16), word("pre-1", 20), word("May", 48)], ["• pre-1 May"]),
    ],
    ids=[
        "words", "lines", "a line broken by pdfium", "a word broken by pdfium", "columns",
        "number", "figures", "bullet", "number set tight", "decimal number", "footnote mark",
        "small digits", "mark on a number, larger than most", "several marks", "a letter as mark",
        "raised without being smaller", "small on the baseline", "hardly smaller",
        "a word set tight after a mark", "a comma after a mark", "a word that stands higher", "ordinal", "trademark",
        "subscript", "text behind a mark", "a note's own mark", "large bullet",
    ],
)  # fmt: skip
def test_words_to_lines(words: list[PdfWord], texts: list[str]) -> None:
    assert [line.text for line in join_words(WordArrays.of(words), 1)] == texts


def test_a_line_looks_as_most_of_its_letters() -> None:
    words = [word("•", 0, size=16), word("Recommendation", 20, bold=True), word("made", 95)]
    (line,) = join_words(WordArrays.of(words), 3)
    assert (line.size, line.bold, line.page) == (10, True, 3)
    assert (line.left, line.right) == (0, 115)


@given(
    st.lists(
        st.builds(
            word,
            st.text("ab1.", min_size=1, max_size=5),
            st.floats(0, 500),
            st.sampled_from(["", " ", "\n"]),
            size=st.sampled_from([6, 10, 16]),
            up=st.floats(-700, 90),
        )
    )
)
def test_no_word_is_lost_or_moved(words: list[PdfWord]) -> None:
    given_letters = "".join(word.text for word in words)
    lines = list(join_words(WordArrays.of(words), 1))
    assert all(line.text for line in lines)
    letters = "".join(line.text for line in lines).replace(" ", "")
    plain = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇ", "0123456789ab")
    assert letters.translate(plain) == given_letters
