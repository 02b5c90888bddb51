import pytest

from corpus.datafile import FOLDER_VARIABLE, DataFile, own_folder, own_themes_file
from corpus.errors import DataError

TEXT = """\
[a]
x = 1
'y z' = "two"

[a.b]
"x" = 3
list = ["one"]
"""
FILE = DataFile("data.toml", TEXT)


def test_what_is_absent_is_empty():
    assert FILE.table("a.none") == {}
    assert FILE.number("a", "none") == 0
    assert FILE.texts("a", "none") == []


def test_what_is_there_is_returned():
    assert FILE.number("a", "x") == 1
    assert FILE.number("a.b", "x") == 3
    assert FILE.texts("a.b", "list") == ["one"]


@pytest.mark.parametrize(
    ("ask", "line"),
    [
        (lambda: FILE.number("a", "y z"), 3),
        (lambda: FILE.number("a", "b"), 5),
        (lambda: FILE.texts("a.b", "x"), 6),
        (lambda: FILE.check_keys("a", ("x", "b")), 3),
        (lambda: FILE.check_keys("", ("c",)), 1),
        (lambda: FILE.table("a.x"), 2),
        (lambda: DataFile("data.toml", "[a]\nx = nan").number("a", "x"), 2),
        (lambda: DataFile("data.toml", "a = 1\nb = = 2").table("a"), 2),
    ],
    ids=["number", "table", "list", "key", "outermost", "no table", "nan", "no TOML"],
)
def test_a_mistake_is_named_with_its_line(ask, line):
    with pytest.raises(DataError, match=f"data.toml.*line {line}\\b"):
        ask()


def test_the_folder_is_that_of_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv(FOLDER_VARIABLE, "")
    assert (own_folder(), own_themes_file()) == (None, None)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert (own_folder(), own_themes_file()) == (tmp_path, None)
    (tmp_path / "themes.toml").write_text("")
    assert own_themes_file() == tmp_path / "themes.toml"
