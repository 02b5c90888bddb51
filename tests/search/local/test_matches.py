"""Set operations on matches are those of dictionaries from paragraph to score."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.local.matches import (
    NO_MATCHES,
    Matches,
    add_optional,
    common_docs,
    constant_score,
    exclude,
    intersect,
    require,
    union_best,
    union_sum,
)
from tests.search.thresholds import names as threshold_names
from tests.search.thresholds import thresholds

SIZE = 40
SCORES = [0.0, 0.5, 1.0, 2.0]  # sums of these are exact in float32

dicts = st.dictionaries(st.integers(0, SIZE - 1), st.sampled_from(SCORES), max_size=SIZE)


def to_matches(scores, is_dense=False):
    """Return matches with the scores of a dictionary, dense where that can be."""
    docs = np.array(sorted(scores), np.intp)
    values = np.array([scores[doc] for doc in sorted(scores)], np.float32)
    if not is_dense or 0.0 in scores.values():
        return Matches(docs, values)
    dense = np.zeros(SIZE, np.float32)
    dense[docs] = values
    return Matches(docs, values, dense)


matches_with_scores = st.builds(
    lambda scores, is_dense: (to_matches(scores, is_dense), scores), dicts, st.booleans()
)
several = st.lists(matches_with_scores, min_size=1, max_size=4)


def to_dict(matches):
    """Return the scores of matches by paragraph, once they are seen to be sound."""
    assert matches.docs.dtype == np.intp
    assert matches.scores.dtype == np.float32
    assert (np.diff(matches.docs) > 0).all()
    if matches.dense is not None:
        assert matches.dense.shape == (SIZE,)
        assert matches.dense.nonzero()[0].tolist() == matches.docs.tolist()
        assert matches.dense[matches.docs].tolist() == matches.scores.tolist()
    return dict(zip(matches.docs.tolist(), matches.scores.tolist(), strict=True))


def combined(dicts, combine):
    docs = {doc for scores in dicts for doc in scores}
    return {doc: combine([scores[doc] for scores in dicts if doc in scores]) for doc in docs}


@given(several, threshold_names)
def test_intersect(pairs, threshold_name):
    parts, dicts = zip(*pairs, strict=True)
    with thresholds(threshold_name):
        in_all = set.intersection(*map(set, dicts))
        expected = {doc: sum(scores[doc] for scores in dicts) for doc in in_all}
        assert to_dict(intersect(parts)) == expected


@pytest.mark.parametrize(("union", "combine"), [(union_sum, sum), (union_best, max)])
@given(pairs=several, threshold_name=threshold_names)
def test_unions(union, combine, pairs, threshold_name):
    parts, dicts = zip(*pairs, strict=True)
    with thresholds(threshold_name):
        assert to_dict(union(parts, SIZE)) == combined(dicts, combine)
    for part, scores in pairs:
        assert to_dict(part) == scores  # none was changed in place


@pytest.mark.parametrize("union", [union_sum, union_best])
def test_a_union_of_nothing_is_empty(union):
    assert union([], SIZE) is NO_MATCHES
    assert union([NO_MATCHES, NO_MATCHES], SIZE) is NO_MATCHES


@given(matches_with_scores, matches_with_scores)
def test_pairs(pair, other_pair):
    (matches, scores), (other, other_scores) = pair, other_pair
    in_other = {doc: score for doc, score in scores.items() if doc in other_scores}
    assert to_dict(require(matches, other)) == in_other
    assert to_dict(add_optional(matches, other)) == {
        doc: score + other_scores.get(doc, 0) for doc, score in scores.items()
    }


@given(matches_with_scores, st.lists(matches_with_scores, max_size=3))
def test_what_none_of_others_match(pair, others):
    matches, scores = pair
    excluded = {doc for _, other_scores in others for doc in other_scores}
    left = exclude(matches, [other for other, _ in others], SIZE)
    assert to_dict(left) == {doc: score for doc, score in scores.items() if doc not in excluded}


@given(matches_with_scores, matches_with_scores)
def test_paragraphs_in_both(pair, other_pair):
    docs = [matches.docs for matches, _ in (pair, other_pair)]
    assert common_docs(*docs).tolist() == sorted(pair[1].keys() & other_pair[1].keys())


@given(matches_with_scores, st.lists(st.integers(0, SIZE - 1)))
def test_among(pair, docs):
    matches, scores = pair
    is_match, values = matches.among(np.array(docs, np.intp))
    assert is_match.tolist() == [doc in scores for doc in docs]
    assert values[is_match].tolist() == [scores[doc] for doc in docs if doc in scores]


@given(matches_with_scores, st.sampled_from([1.0, 2.0]))
def test_boosted(pair, boost):
    matches, scores = pair
    boosted = matches.boosted(boost)
    assert to_dict(boosted) == {doc: boost * score for doc, score in scores.items()}
    assert (boosted is matches) is (boost == 1)


def test_constant_scores_and_rows():
    matches = constant_score(np.array([1, 4, 7]), 0.5)
    assert to_dict(matches) == {1: 0.5, 4: 0.5, 7: 0.5}
    assert len(matches) == 3
    assert to_dict(matches.take(np.array([0, 2]))) == {1: 0.5, 7: 0.5}
