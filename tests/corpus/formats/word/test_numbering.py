import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.formats.word.numbering import ListLabel, ListNumbering, write_number

LEVELS = [(3, "decimal", "%1."), (1, "lowerLetter", "(%2)"), (1, "upperRoman", "%1.%3"),
          (1, "bullet", "•"), (1, "none", "%5")]  # fmt: skip


def numbering() -> ListNumbering:
    """Two lists of the same levels, the second of which begins its outermost anew."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{360 * level}"/></w:pPr></w:lvl>'
        for level, (start, kind, text) in enumerate(LEVELS)
    )
    return ListNumbering(
        parse_xml(
            f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="7">{levels}'
            "</w:abstractNum>"
            '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            "</w:numbering>"
        )
    )


def test_numbers_go_on_restart_and_nest() -> None:
    lists = numbering()
    items = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("2", 0)]
    texts = [lists.next_label(list_id, level).text for list_id, level in items]
    assert texts == ["3.", "(a)", "(b)", "3.I", "4.", "(a)", "1.", "2."]


@pytest.mark.parametrize(
    ("list_id", "level", "label"),
    [
        ("1", 3, ListLabel(bullet_indent=1080)),
        ("1", 4, ListLabel()),
        ("1", 8, ListLabel()),
        ("99", 0, ListLabel()),
    ],
    ids=["a bullet", "no label", "a level that is not there", "a list that is not there"],
)
def test_what_stands_before_other_items(list_id: str, level: int, label: ListLabel) -> None:
    assert numbering().next_label(list_id, level) == label


def test_a_file_without_lists_has_no_labels() -> None:
    assert ListNumbering(None).next_label("99", 0).text == ""


@pytest.mark.parametrize(
    ("count", "number_format", "text"),
    [
        (12, "decimal", "12"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (0, "lowerLetter", "0"),
        (44, "lowerRoman", "xliv"),
        (399, "upperRoman", "CCCXCIX"),
        (400, "lowerRoman", "400"),
        (2, "japaneseCounting", "2"),
        (7, "decimalZero", "07"),
        (-1, "lowerRoman", "-1"),
    ],
)
def test_counts_as_word_writes_them(count: int, number_format: str, text: str) -> None:
    assert write_number(count, number_format) == text


def test_a_list_may_not_begin_beyond_what_word_counts() -> None:
    levels = (
        f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="1"><w:lvl><w:start w:val="999999999"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    assert len(ListNumbering(parse_xml(levels)).next_label("1", 0).text) < 2_000
