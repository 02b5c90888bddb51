"""What is near a query is what shares its topic, in one segment or many."""

import numpy as np
import pytest

from index.collection import open_snapshot
from index.writer import writing
from search.language.parser import parse
from search.language.vocabulary import Vocabulary, WordingGroup
from search.local.similarity import OTHERS, contexts, direction
from tests.index.reports import report
from tests.index.vectors.topics import FIRST, SECOND, texts
from tests.search.worlds import collection


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return collection(tmp_path_factory.mktemp("world"), ("ash", texts(300), {}))


def near(snapshot, query):
    asked = direction(parse(query), snapshot.model)
    return contexts(snapshot, asked, np.arange(snapshot.size))


@pytest.mark.parametrize(
    ("query", "topic"),
    [(f"drift OR {FIRST[7]}", 0), (f"drift {SECOND[9]}", 1), (f'"{FIRST[9]}"', 0)],
)
def test_paragraphs_of_the_topic_are_near(snapshot, query, topic):
    found = near(snapshot, query)
    assert found.max() == pytest.approx(1)
    assert found[topic::2].mean() > 2 * found[1 - topic :: 2].mean()
    assert found.min() >= 0


@pytest.mark.parametrize("query", ["unicorns", "", f"-{FIRST[0]}", "grade:good", "the of"])
def test_without_learnt_words_there_is_no_direction(snapshot, query):
    assert direction(parse(query), snapshot.model) is None


def test_other_wordings_count_as_one_word(snapshot):
    words = Vocabulary([WordingGroup((FIRST[0], *SECOND[:9]))])
    asked = direction(parse(FIRST[0], vocabulary=words), snapshot.model)
    typed = direction(parse(FIRST[0]), snapshot.model)
    assert np.linalg.norm(asked - typed) == pytest.approx(OTHERS, rel=1e-4)


def test_segments_make_no_difference(tmp_path):
    for name, part in (("ash", texts(300)[:150]), ("elm", texts(300)[150:])):
        with writing(tmp_path / "two") as writer:
            writer.put(report(name, *part))
    two = open_snapshot(tmp_path / "two")
    one = collection(tmp_path / "one", ("ash", texts(300)[:150], {}), ("elm", texts(300)[150:], {}))
    assert (len(one.readers), len(two.readers)) == (1, 2)
    two.model = one.model
    assert np.array_equal(near(one, FIRST[0]), near(two, FIRST[0]))


def test_nothing_near_is_no_context(snapshot):
    asked = direction(parse(FIRST[0]), snapshot.model)
    docs = np.arange(snapshot.size)
    assert contexts(snapshot, np.zeros_like(asked), docs) is None
    assert contexts(snapshot, asked, docs[:0]) is None
