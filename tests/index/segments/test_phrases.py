"""Phrases are found where a plain search through the words finds them."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import stem, terms
from index.segments.phrases import phrase_ends, phrase_postings
from tests.index.reports import open_reader, report

WORDS = ("plan", "plans", "visit", "late")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join), min_size=1, max_size=4)


def plain_ends(texts, words, slop, form):
    """The places of the last word of each occurrence, counted through all texts."""
    ends, start = [], 0
    for text in texts:
        written = list(map(form, terms(text)))
        for place in range(len(written)):
            steps = product(range(1, slop + 1), repeat=len(words) - 1)
            if any(
                all(
                    place - sum(gaps[number:]) >= 0 and written[place - sum(gaps[number:])] == word
                    for number, word in enumerate(words)
                )
                for gaps in steps
            ):
                ends.append(start + place)
        start += len(written)
    return ends


@pytest.mark.parametrize(("field", "form"), [("exact", str), ("text", stem)])
@given(
    texts=TEXTS,
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    slop=st.integers(1, 3),
)
def test_phrases_are_those_of_a_plain_search(tmp_path_factory, field, form, texts, words, slop):
    reader = open_reader(tmp_path_factory.mktemp("data"), report("ash", *texts))
    words = list(map(form, words))
    ends = plain_ends(texts, words, slop, form)
    assert phrase_ends(reader, field, words, slop).tolist() == ends
    docs, counts = phrase_postings(reader, field, words, slop)
    docs_of_ends = reader.docs_of(phrase_ends(reader, field, words, slop)).tolist()
    assert docs.tolist() == sorted(set(docs_of_ends))
    assert counts.tolist() == [docs_of_ends.count(doc) for doc in docs.tolist()]


@pytest.mark.parametrize("words", [(), ("nobody",), ("plan", "nobody")])
def test_words_that_the_segment_lacks_are_in_no_phrase(tmp_path, words):
    reader = open_reader(tmp_path, report("ash", "plan late", "late plan"))
    assert phrase_ends(reader, "exact", words).tolist() == []
