"""Places that use phrases are counted by source, chosen and listed as plain Python does."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.local.wording import phrases
from search.local.wording.phrases import PhraseList, UsePlaces

SIZE, DOCS = 4, 9
SOURCE_OF = np.array([0, 0, 1, 2, 2, 2, 5, 6, 6])
pairs = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, DOCS - 1)), max_size=30)


def places_of(pairs):
    rows, docs = np.array(sorted(pairs, key=lambda pair: pair[1]), np.int32).reshape(-1, 2).T
    return UsePlaces(rows, docs, np.arange(len(docs), dtype=np.int32))


def pairs_of(places):
    return list(zip(places.rows.tolist(), places.docs.tolist(), strict=True))


@pytest.mark.parametrize("max_cells", [1, 2 * SIZE, 8_000_000])
@given(pairs)
def test_uses_are_counted_by_source(max_cells, pairs):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrases, "MAX_CELLS", max_cells)
        uses = places_of(pairs).count(SOURCE_OF, SIZE)
    for row in range(SIZE):
        counts = Counter(int(SOURCE_OF[doc]) for of, doc in pairs if of == row)
        assert uses.total[row] == sum(counts.values())
        assert uses.squares[row] == sum(count**2 for count in counts.values())
        assert uses.sources[row] == len(counts)


@given(pairs, st.lists(st.booleans(), min_size=DOCS, max_size=DOCS))
def test_places_within_marked_paragraphs(pairs, marked):
    expected = [pair for pair in pairs_of(places_of(pairs)) if marked[pair[1]]]
    assert pairs_of(places_of(pairs).within(np.array(marked))) == expected


@given(pairs, st.integers(0, 3))
def test_examples_are_from_all_over_the_places_of_a_phrase(pairs, most):
    examples = places_of(pairs).example_docs(SIZE, most)
    for row, chosen in enumerate(examples):
        docs = sorted(doc for of, doc in pairs if of == row)
        count = min(most, len(docs))
        assert chosen == [docs[number * len(docs) // count] for number in range(count)]


@given(pairs, pairs, st.lists(st.integers(0, SIZE - 1), unique=True))
def test_some_phrases_of_a_list_in_another_order(inside, outside, rows):
    whole = PhraseList(np.arange(SIZE), np.arange(SIZE) + 2, places_of(inside), places_of(outside))
    part = whole.take(np.array(rows, np.intp))
    assert part.examples.tolist() == rows
    assert part.sizes.tolist() == [row + 2 for row in rows]
    for places, chosen in ((whole.inside, part.inside), (whole.outside, part.outside)):
        expected = [(rows.index(row), doc) for row, doc in pairs_of(places) if row in rows]
        assert pairs_of(chosen) == expected
