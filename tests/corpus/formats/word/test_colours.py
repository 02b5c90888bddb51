"""White text is left out only where nothing may make it stand out; each element is asked once."""

import pytest

from corpus.formats.word import colours
from corpus.formats.word.colours import Grounds, is_ground, is_white
from corpus.formats.word.xml import w
from tests.corpus.formats.word.parts import main_part, run, xml_of


@pytest.mark.parametrize(
    ("colour", "white", "ground"),
    [
        ("FFFFFF", True, False), ("FEFEFE", True, False), ("fefefe", True, False),
        ("EEEEEE", False, True), ("1F3864", False, True), ("background1", True, False),
        ("white", True, False), ("yellow", False, True), ("auto", False, False),
        ("", False, False), ("none", False, False), ("pct50", False, True),
    ],
)  # fmt: skip
def test_what_is_white_and_what_white_stands_out_from(
    colour: str, white: bool, ground: bool
) -> None:
    assert (is_white(colour), is_ground(colour)) == (white, ground)


def test_thousands_of_white_words_deep_in_tables_ask_each_element_once(monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(colours, "may_set_ground", lambda element: asked.append(element) or False)
    cells = f"<w:tc><w:p>{run('a')}</w:p><w:p>{run('b')}</w:p></w:tc>" * 50
    body = "<w:tbl><w:tr><w:tc>" * 20 + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    root = xml_of(main_part(body + "</w:tc></w:tr></w:tbl>" * 20))
    grounds = Grounds()
    runs = list(root.iter(w("r")))
    assert not any(grounds.may_be_behind(element) for element in runs for _ in range(2))
    assert len(asked) == len(set(map(id, asked))) <= sum(1 for _ in root.iter())
