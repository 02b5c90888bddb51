import pytest

from corpus.errors import DataError
from corpus.lexicon import lexicon

SPORT = """
[themes.sport]
base = -1
sections = ["Sport"]

[themes.sport.words]
"football" = 2
"swimming pool" = 1.5
"""


def written(tmp_path, text):
    path = tmp_path / "themes.toml"
    path.write_text(text, encoding="utf-8")
    return lexicon(path)


def test_a_theme_of_ones_own_needs_no_code(tmp_path):
    (sport,) = written(tmp_path, SPORT).themes
    assert sport.name == "sport"
    assert sport.base == -1
    assert sport.words == {("football",): 2, ("swimming", "pool"): 1.5}


@pytest.mark.parametrize(
    ("before", "after", "line", "cause"),
    [
        ('"football" = 2', '"football" = "2"', 7, "needs a number"),
        ('"football" = 2', '"football" = true', 7, "needs a number"),
        ('"football" = 2', '"Football" = 2', 7, "lower-case"),
        ('"football" = 2', '"five a side football" = 2', 7, "one to three words"),
        ('"football" = 2', '"football" 2', 7, "Expected"),
        ("base = -1", 'base = "none"', 3, "needs a number"),
        ("base = -1", "bias = -1", 3, "none of base"),
        ('["Sport"]', '"Sport"', 4, "needs a list"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_mistake_is_named_with_its_line(tmp_path, before, after, line, cause):
    with pytest.raises(DataError, match=cause) as caught:
        written(tmp_path, SPORT.replace(before, after))
    assert f"line {line}" in str(caught.value)
