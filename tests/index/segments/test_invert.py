"""The inverted index of drawn texts is that of plain Python."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from index.analysis import stem, terms
from index.segments.invert import invert
from index.segments.strings import Strings
from tests.index.reports import report, stored_columns

WORDS = ("plan", "plans", "planned", "visit", "visits", "timely")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), min_size=1, max_size=5)


@given(TEXTS)
def test_a_words_places_are_where_it_stands(texts):
    arrays = invert(stored_columns(report("ash", *texts)))
    written = [word for text in texts for word in terms(text)]
    words = Strings.from_arrays(arrays, "words").all()
    first = arrays["word.first"].tolist()
    places = {
        word: arrays["places"][first[row] : first[row + 1]].tolist()
        for row, word in enumerate(words)
    }
    assert places == {
        word: [place for place, token in enumerate(written) if token == word]
        for word in set(written)
    }


@given(TEXTS)
def test_a_stems_postings_are_its_paragraphs_with_frequencies(texts):
    arrays = invert(stored_columns(report("ash", *texts)))
    stems, words = (Strings.from_arrays(arrays, name).all() for name in ("stems", "words"))
    assert stems == sorted({stem(word) for word in words})
    assert [stems[row] for row in arrays["stem.of"].tolist()] == [stem(word) for word in words]
    first = arrays["stem.first"].tolist()
    postings = {
        name: list(
            zip(
                arrays["docs"][first[row] : first[row + 1]].tolist(),
                arrays["tf"][first[row] : first[row + 1]].tolist(),
                strict=True,
            )
        )
        for row, name in enumerate(stems)
    }
    counts = [Counter(map(stem, terms(text))) for text in texts]
    assert postings == {
        name: [(doc, count[name]) for doc, count in enumerate(counts) if count[name]]
        for name in stems
    }


def test_the_stored_columns_stay_as_they_are():
    stored = stored_columns(report("ash", "Plans are timely."))
    arrays = invert(stored)
    assert {name: array for name, array in arrays.items() if name in stored} == stored
    assert {name.partition(".")[0] for name in arrays.keys() - stored.keys()} == {
        *("word", "places", "stems", "stem", "docs", "tf", "leads"),
    }


def test_paragraphs_with_a_lead_are_inverted_with_its_words():
    stored = stored_columns(report("ash", "A plan.", ("Late.", {"lead": "Plans are:"}), "None."))
    arrays = invert(stored)
    assert arrays["leads.paragraphs"].tolist() == [1]
    words = Strings.from_arrays(arrays, "leads.words").all()
    assert [words[row] for row in arrays["leads.tokens"].tolist()] == ["plans", "are", "late"]
    assert "plans" not in Strings.from_arrays(arrays, "words").all()
