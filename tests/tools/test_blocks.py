"""A sample's source is read as its dialect says."""

from pathlib import Path

import pytest

from tests.tools.samples.blocks import Block, Run, read

HEAD = "format: pdf\ntitle: A title: with a colon\n\n"


def blocks(path: Path, text: str) -> tuple[Block, ...]:
    path.write_text(HEAD + text, encoding="utf-8")
    return read(path).blocks


@pytest.mark.parametrize(
    ("text", "block"),
    [
        pytest.param("## A heading", Block("heading", "A heading", level=2), id="heading"),
        pytest.param("12. A paragraph.", Block("numbered", "A paragraph.", number=12), id="number"),
        pytest.param("- an item", Block("bullet", "an item"), id="bullet"),
        pytest.param("  - a part of it", Block("bullet", "a part of it", level=2), id="nested"),
        pytest.param("> a case", Block("boxed", "a case"), id="boxed"),
        pytest.param("| a | b c |", Block("row", "a | b c", cells=("a", "b c")), id="row"),
        pytest.param("[^2]: A note.", Block("note", "A note.", number=2), id="footnote"),
        pytest.param("@ Mill Row  T 01", Block("address", "Mill Row  T 01"), id="address"),
        pytest.param("{contents}", Block("contents", "{contents}"), id="contents"),
        pytest.param("=====", Block("break", "====="), id="page"),
        pytest.param("2010 was a good year.", Block("text", "2010 was a good year."), id="text"),
        pytest.param("One line\nand another.", Block("text", "One line and another."), id="joined"),
        pytest.param("'Not' children's", Block("text", "‘Not’ children’s"), id="curly quotes"),
    ],
)
def test_a_block_is_what_its_first_characters_say(tmp_path: Path, text: str, block: Block):
    assert blocks(tmp_path / "source.md", text) == (block,)


def test_a_bullet_goes_on_until_the_next_and_needs_no_empty_line(tmp_path: Path):
    parsed = blocks(tmp_path / "source.md", "- one\n  and more\n- two\n\nText.")
    assert [(block.kind, block.text) for block in parsed] == [
        ("bullet", "one and more"),
        ("bullet", "two"),
        ("text", "Text."),
    ]


def test_the_head_holds_facts_and_the_file_names_the_source(tmp_path: Path):
    (tmp_path / "place-2020.md").write_text(f"{HEAD}Text.", encoding="utf-8")
    source = read(tmp_path / "place-2020.md")
    assert (source.name, source.facts) == (
        "place-2020",
        {"format": "pdf", "title": "A title: with a colon"},
    )


def test_runs_part_bold_words_and_footnote_marks():
    assert Block("text", "A **bold** word.[^1]").runs == (
        Run("plain", "A "),
        Run("bold", "bold"),
        Run("plain", " word."),
        Run("mark", "1"),
    )
