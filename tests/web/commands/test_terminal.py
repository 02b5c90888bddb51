"""How commands speak: one line per warning, JSON in UTF-8, tables without borders."""

import json

import pytest
from rich.console import Console

from corpus.errors import CorpusError
from web.commands.terminal import (
    grade_text,
    plain_table,
    print_json,
    track_progress,
    warn,
)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("two\nlines\tof it", "evidence: two lines of it\n"),
        (CorpusError("ash.pdf: empty"), "evidence: ash.pdf: empty\n"),
    ],
)
def test_a_warning_is_one_line_of_stderr(capsys, message, line):
    warn(message)
    assert capsys.readouterr() == ("", line)


def test_json_is_utf8_whatever_a_file_name_holds(capfdbinary):
    print_json({"file": "é\udcff"})
    line = capfdbinary.readouterr().out
    assert line == '{"file": "é\\udcff"}\n'.encode()
    assert json.loads(line) == {"file": "é\udcff"}


def test_progress_yields_every_item_and_no_bar_in_a_file(capsys):
    assert list(track_progress("abc", "Reading", 3)) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("grade", "text", "style"), [(None, "-", ""), ("good", "good", "green"), ("poor", "poor", "")]
)
def test_a_grade_has_its_colour(grade, text, style):
    assert (grade_text(grade).plain, grade_text(grade).style) == (text, style)


def test_a_table_folds_long_cells_and_has_no_borders(capsys):
    table = plain_table("Name", "Value")
    table.add_row("a", "word " * 10)
    Console(width=30).print(table)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["Name", "Value"]
    assert len(lines) > 2
    assert not set("".join(lines)) & set("│┃━─+|")
