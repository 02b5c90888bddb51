"""What an engine knows of the words and names of a collection."""

import pytest

TEXTS = [
    "Supervision is timely. Supervision is clear: supervisor, supervisions.",
    "Timeyl timely; t1mely, timely's été.",
    "The quick zeal panel (QZP) met.",
]


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(("ash", TEXTS, {"region": "London", "overall": "good"}), ("elm", [], {}))


@pytest.mark.parametrize(
    ("stem", "paragraphs"),
    [("supervis", 1), ("timeli", 2), ("the", 1), ("supervision", 0), ("unicorn", 0), ("", 0)],
)
def test_paragraphs_that_contain_a_stem(engine, stem, paragraphs):
    assert engine.frequency(stem) == paragraphs


@pytest.mark.parametrize(
    ("word", "edits", "more_than", "expected"),
    [
        ("supervison", 1, 0, ("supervision", "supervisor")),
        ("supervision", 1, 0, ("supervisions",)),
        ("supervision", 2, 0, ("supervisions", "supervisor")),
        ("supervison", 1, 1, ("supervision",)),
        ("supervison", 1, 2, ()),
        ("tiemly", 1, 0, ("timely",)),
        ("tmiely", 2, 0, ("timely", "timeyl")),
        ("timley", 1, 0, ("timely",)),
        ("unicorns", 2, 0, ()),
    ],
)
def test_words_that_are_spelt_nearly_like_another(engine, word, edits, more_than, expected):
    assert engine.near_words(word, edits, more_than) == expected


def test_acronyms_of_the_collection_are_in_the_vocabulary(engine, build_engine):
    assert "QZP" in engine.vocabulary
    assert "quick zeal panel" in engine.vocabulary
    assert "QZP" not in build_engine(("ash", TEXTS[:2], {})).vocabulary


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("authority", {"Ash", "Elm"}),
        ("region", {"London"}),
        ("report", {"ash", "elm"}),
        ("grade", {"good"}),
        ("under", {"good"}),
        ("year", {"2020"}),
        ("theme", set()),
    ],
)
def test_names(engine, field, names):
    assert sorted(engine.names(field)) == sorted(names)
