"""Similar to a query is what shares its topic, in one segment or several."""

import numpy as np
import pytest

from search.language.parser import parse
from search.language.vocabulary import Vocabulary
from search.language.wordings.groups import WordingGroup
from search.local.ranking.similarity import OTHER_WORDINGS_WEIGHT, query_vector, similarities
from tests.index.vectors.topics import FIRST, SECOND, texts
from tests.search.changes import COMMIT
from tests.search.worlds import index_snapshot


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return index_snapshot(tmp_path_factory.mktemp("world"), ("ash", texts(300), {}))


def similarities_to(snapshot, query):
    vector = query_vector(parse(query), snapshot.model)
    return similarities(snapshot, vector, np.arange(snapshot.size))


@pytest.mark.parametrize(
    ("query", "topic"),
    [(f"drift OR {FIRST[7]}", 0), (f"drift {SECOND[9]}", 1), (f'"{FIRST[9]}"', 0)],
)
def test_paragraphs_of_the_topic_are_similar(snapshot, query, topic):
    values = similarities_to(snapshot, query)
    assert values.max() == pytest.approx(1)
    assert values[topic::2].mean() > 2 * values[1 - topic :: 2].mean()
    assert values.min() >= 0


@pytest.mark.parametrize("query", ["unicorns", "", f"-{FIRST[0]}", "grade:good", "the of"])
def test_without_known_words_there_is_no_vector(snapshot, query):
    assert query_vector(parse(query), snapshot.model) is None


def test_other_wordings_count_as_one_word(snapshot):
    vocabulary = Vocabulary([WordingGroup((FIRST[0], *SECOND[:9]))])
    widened = query_vector(parse(FIRST[0], vocabulary=vocabulary), snapshot.model)
    typed = query_vector(parse(FIRST[0]), snapshot.model)
    assert np.linalg.norm(widened - typed) == pytest.approx(OTHER_WORDINGS_WEIGHT, rel=1e-4)


def test_segments_make_no_difference(tmp_path):
    ash, elm = ("ash", texts(300)[:150], {}), ("elm", texts(300)[150:], {})
    whole = index_snapshot(tmp_path / "whole", ash, elm)
    parted = index_snapshot(tmp_path / "parted", ash, COMMIT, elm)
    assert (len(whole.readers), len(parted.readers)) == (1, 2)
    parted.model = whole.model
    assert np.array_equal(similarities_to(whole, FIRST[0]), similarities_to(parted, FIRST[0]))


def test_where_nothing_is_similar_there_are_no_similarities(snapshot):
    vector = query_vector(parse(FIRST[0]), snapshot.model)
    docs = np.arange(snapshot.size)
    assert similarities(snapshot, np.zeros_like(vector), docs) is None
    assert similarities(snapshot, vector, docs[:0]) is None
