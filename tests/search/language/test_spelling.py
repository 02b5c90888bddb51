"""A mistyped word is told from one that is only rare, and put right by the collection."""

import pytest

from search.language.spelling import corrections
from tests.search.worlds import index_engine

OFTEN = "supervision is timely and safety plans are clear"
TEXTS = [*[OFTEN] * 3, "supervisor", "safely", "été sécurité sûreté", "b2b plan9", "plant"]


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return index_engine(tmp_path_factory.mktemp("world"), ("ash", TEXTS, {}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("supervison", ("supervision", "supervisor")),  # one letter away, the frequent one first
        ("upervision", ("supervision",)),
        ("zupervision", ("supervision",)),
        ("usperviison", ("supervision",)),  # two letters away, for nothing is nearer
        ("savety", ("safety",)),  # safely is two away
        ("Supervison", ("supervision", "supervisor")),
        ("supervision", ()),
        ("planz", ("plans", "plant")),
        ("pla", ()),
        ("pl4ns", ()),
        ("sécuritè", ()),
        ("qqqqqqqqq", ()),
        ("", ()),
    ],
)
def test_what_a_mistyped_word_stands_for(engine, typed, meant):
    assert corrections(engine, typed) == meant


def test_a_rare_word_is_doubted_only_beside_a_far_more_frequent_one(tmp_path):
    few = index_engine(tmp_path / "few", ("ash", ["drits", *["drifts"] * 99], {}))
    many = index_engine(tmp_path / "many", ("ash", ["drits", *["drifts"] * 101], {}))
    assert corrections(few, "drits") == ()
    assert corrections(many, "drits") == ("drifts",)


def test_words_of_all_segments_count(tmp_path):
    for name in ("one", "two"):
        engine = index_engine(tmp_path, (name, [f"recording {name}"], {}))
    assert len(engine.snapshot.readers) == 2
    assert corrections(engine, "recodring") == ("recording",)
