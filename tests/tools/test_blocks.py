"""A sample's source is parsed as its dialect says."""

from pathlib import Path

import pytest

from tests.tools.samples.blocks import SampleBlock, TextRun, read_source

HEAD = "format: pdf\ntitle: A title: with a colon\n\n"


def blocks(path: Path, text: str) -> tuple[SampleBlock, ...]:
    path.write_text(HEAD + text, encoding="utf-8")
    return read_source(path).blocks


@pytest.mark.parametrize(
    ("text", "block"),
    [
        pytest.param("## A heading", SampleBlock("heading", "A heading", level=2), id="heading"),
        pytest.param(
            "12. A paragraph.", SampleBlock("numbered", "A paragraph.", number=12), id="number"
        ),
        pytest.param("- an item", SampleBlock("bullet", "an item"), id="bullet"),
        pytest.param(
            "  - a part of it", SampleBlock("bullet", "a part of it", level=2), id="nested"
        ),
        pytest.param("> a case", SampleBlock("boxed", "a case"), id="boxed"),
        pytest.param("| a | b c |", SampleBlock("row", "a | b c", cells=("a", "b c")), id="row"),
        pytest.param("[^2]: A note.", SampleBlock("note", "A note.", number=2), id="footnote"),
        pytest.param("@ Mill Row  T 01", SampleBlock("address", "Mill Row  T 01"), id="address"),
        pytest.param("{contents}", SampleBlock("contents", "{contents}"), id="contents"),
        pytest.param("=====", SampleBlock("break", "====="), id="page"),
        pytest.param(
            "2010 was a good year.", SampleBlock("text", "2010 was a good year."), id="text"
        ),
        pytest.param(
            "One line\nand another.", SampleBlock("text", "One line and another."), id="joined"
        ),
        pytest.param(
            "'Not' children's", SampleBlock("text", "‘Not’ children’s"), id="curly quotes"
        ),
    ],
)
def test_a_block_is_what_its_first_characters_say(tmp_path: Path, text: str, block: SampleBlock):
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
    source = read_source(tmp_path / "place-2020.md")
    assert (source.name, source.facts) == (
        "place-2020",
        {"format": "pdf", "title": "A title: with a colon"},
    )


def test_runs_part_bold_words_and_footnote_marks():
    assert SampleBlock("text", "A **bold** word.[^1]").runs == (
        TextRun("plain", "A "),
        TextRun("bold", "bold"),
        TextRun("plain", " word."),
        TextRun("mark", "1"),
    )
