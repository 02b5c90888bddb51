import pytest

from corpus.errors import DataError
from corpus.tagging.lexicon import POLARITY_FEATURES, load_lexicon, load_own_themes
from corpus.tagging.themes import LEXICON_PATH

SPORT = """\
[themes.sport]
base = -1
section = 2
sections = ["Sport"]

[themes.sport.words]
"football" = 2
"swimming pools" = 1.5
"^ teams" = 0.5

[tones.praise]
base = -2

[polarity.mixed]
both = 3
"""


def load(tmp_path, text):
    path = tmp_path / "themes.toml"
    path.write_text(text, encoding="utf-8")
    return load_lexicon(path)


def test_a_theme_of_ones_own_needs_no_code(tmp_path):
    (sport,) = load(tmp_path, SPORT).themes
    assert (sport.name, sport.base, sport.section_weight, sport.sections) == (
        "sport",
        -1,
        2,
        ("sport",),
    )
    assert sport.weights == {("football",): 2, ("swimming", "pool"): 1.5, ("^", "team"): 0.5}


def test_a_polarity_weighs_the_features_in_their_order(tmp_path):
    mixed = {model.words.name: model for model in load(tmp_path, SPORT).polarities}["mixed"]
    assert dict(zip(POLARITY_FEATURES, mixed.feature_weights, strict=True))["both"] == 3


@pytest.mark.parametrize(
    ("before", "after", "line", "cause"),
    [
        ('"football" = 2', '"football" = "2"', 7, "needs a number"),
        ('"football" = 2', '"football" = true', 7, "needs a number"),
        ('"football" = 2', '"Football" = 2', 7, "lower case"),
        ('"football" = 2', '"five a side football" = 2', 7, "one to 3 words"),
        ('"football" = 2', '"play. football" = 2', 7, "one to 3 words"),
        ('"football" = 2', '"" = 2', 7, "one to 3 words"),
        ('"football" = 2', '"football" 2', 7, "Expected"),
        ('"football" = 2', '"swimming pool" = 2', 8, "listed twice"),
        ("base = -1", 'base = "none"', 2, "needs a number"),
        ("base = -1", "bias = -1", 2, "none of label, base"),
        ('["Sport"]', '"Sport"', 4, "needs a list"),
        ("[tones.praise]", "[tones.joy]", 11, "none of praise"),
        ("[polarity.mixed]", "[polarity.mild]", 14, "none of strength"),
        ("both = 3", "none = 3", 15, "none of base"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_mistake_is_named_with_its_line(tmp_path, before, after, line, cause):
    with pytest.raises(DataError, match=cause) as caught:
        load(tmp_path, SPORT.replace(before, after))
    assert f"line {line}" in str(caught.value)


HOUSING = """\
[themes.housing]
label = "Housing"
base = -1
sections = ["accommodation"]

[themes.housing.words]
"tenancy" = 2
"""


def test_themes_of_ones_own_come_after_ours(tmp_path):
    (tmp_path / "themes.toml").write_text(HOUSING)
    (theme,) = load_own_themes(tmp_path / "themes.toml")
    assert (theme.name, theme.label, theme.base) == ("housing", "Housing", -1)
    lexicon = load_lexicon(LEXICON_PATH, tmp_path / "themes.toml")
    assert [theme.name for theme in lexicon.themes] == [
        "health", "education", "safeguarding", "housing"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            HOUSING.replace("housing", "health"),
            "line 1: 'health' is a theme already; choose another",
        ),
        (HOUSING.replace('label = "Housing"', ""), "line 1: 'label' is missing; write label ="),
        (HOUSING.replace("base", "bass"), "line 3: 'bass' is none of label, base"),
        (HOUSING.replace("themes.housing", "themes.Housing"), "line 1: 'Housing' is no name"),
        ("[tones.praise]", "line 1: 'tones' is none of themes"),
    ],
)
def test_a_mistake_in_a_theme_of_ones_own_is_named(tmp_path, text, error):
    (tmp_path / "themes.toml").write_text(text)
    with pytest.raises(DataError, match=f"themes.toml, {error}"):
        load_own_themes(tmp_path / "themes.toml")
