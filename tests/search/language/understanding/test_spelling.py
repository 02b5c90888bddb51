"""A mistyped word is told from one that is only rare, and corrected to words of the collection."""

import pytest

from search.language.understanding.spelling import corrections
from tests.search.worlds import index_engine

OFTEN = "supervision is timely and safety plans are clear"
TEXTS = [*[OFTEN] * 3, "supervisor", "safely", "été sécurité sûreté", "b2b plan9", "plant"]


@pytest.fixture(scope="module")
def words(tmp_path_factory):
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
        ("saxetys", ("safety",)),
        ("plxnzt", ()),  # plant is two away, and rare itself
        ("slafe", ()),  # two letters of five
        ("planz", ("plans", "plant")),
        ("pla", ()),
        ("pl4ns", ()),
        ("sécuritè", ()),
        ("qqqqqqqqq", ()),
        ("", ()),
    ],
)
def test_what_a_mistyped_word_stands_for(words, typed, meant):
    assert corrections(words, typed) == meant


class TwoWords:
    """A collection of two words that are one letter apart, a rare one and a frequent one."""

    def __init__(self, rare: int, often: int) -> None:
        self.rare, self.often = rare, often

    def frequency(self, stem: str) -> int:
        return self.rare

    def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
        return ("drifts",) if self.often > more_than else ()


@pytest.mark.parametrize(
    ("rare", "often", "meant"),
    [
        (0, 1, ("drifts",)),
        (1, 100, ()),
        (1, 101, ("drifts",)),
        (2, 200, ()),
        (2, 201, ("drifts",)),
        (3, 9999, ()),
    ],
)
def test_a_rare_word_is_doubted_only_beside_a_far_more_frequent_one(rare, often, meant):
    assert corrections(TwoWords(rare, often), "drits") == meant


def test_a_rare_word_of_a_collection_is_doubted_too(tmp_path):
    few = index_engine(tmp_path / "few", ("ash", ["drits", *["drifts"] * 99], {}))
    many = index_engine(tmp_path / "many", ("ash", ["drits", *["drifts"] * 101], {}))
    assert corrections(few, "drits") == ()
    assert corrections(many, "drits") == ("drifts",)


def test_words_of_all_segments_count(tmp_path):
    for name in ("one", "two"):
        engine = index_engine(tmp_path, (name, [f"recording {name}"], {}))
    assert len(engine.snapshot.readers) == 2
    assert corrections(engine, "recodring") == ("recording",)
