"""The postings of leads and texts together are those counted plainly."""

import numpy as np
import pytest

from index.segments.leads import LEAD_WEIGHT
from index.segments.phrases import phrase_postings
from tests.index.reports import open_reader, report

LEAD = "Leaders should ensure that plans are:"
ASH = report(
    "ash",
    LEAD,
    ("timely plans", {"lead": LEAD}),
    ("shared with parents", {"lead": LEAD}),
    "Plans and plans.",
)


@pytest.fixture
def reader(tmp_path):
    return open_reader(tmp_path, ASH)


def add(reader, postings_of):
    docs, counts = reader.leads.add(postings_of(reader), postings_of(reader.leads))
    return dict(zip(docs.tolist(), counts.tolist(), strict=True))


@pytest.mark.parametrize(
    ("field", "word", "counts"),
    [
        ("exact", "plans", {0: 1, 1: 1 + LEAD_WEIGHT, 2: LEAD_WEIGHT, 3: 2}),
        ("text", "plan", {0: 1, 1: 1 + LEAD_WEIGHT, 2: LEAD_WEIGHT, 3: 2}),
        ("exact", "parents", {2: 1}),
        ("exact", "leaders", {0: 1, 1: LEAD_WEIGHT, 2: LEAD_WEIGHT}),
    ],
)
def test_a_word_of_a_lead_counts_less_than_one_of_the_text(reader, field, word, counts):
    assert add(reader, lambda index: index.postings(field, index.row(field, word) or 0)) == counts


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        (["plans", "are"], {0: 1, 1: LEAD_WEIGHT, 2: LEAD_WEIGHT}),
        (["are", "timely"], {1: LEAD_WEIGHT}),
        (["are", "timely", "plans"], {1: LEAD_WEIGHT}),
        (["timely", "plans"], {1: 1}),
        (["plans", "and"], {3: 1}),
        (["parents", "plans"], {}),
    ],
)
def test_a_phrase_may_go_from_the_lead_into_the_text(reader, words, counts):
    assert add(reader, lambda index: phrase_postings(index, "exact", words)) == counts


def test_words_of_a_segment_are_found_among_those_of_its_leads(reader):
    for field in ("exact", "text"):
        lexicon, own = reader.lexicon(field), reader.leads.lexicon(field)
        rows = [row for row in range(len(lexicon)) if lexicon[row].startswith("p")]
        chosen = [own[row] for row in reader.leads.rows_of(field, rows)]
        assert chosen == [word for word in own.all() if word.startswith("p")]


def test_the_words_of_leads_are_told_from_those_of_texts(reader):
    assert reader.leads.paragraphs.tolist() == [1, 2]
    assert reader.leads.lead_sizes.tolist() == [6, 6]
    assert reader.lengths.tolist() == [6, 2, 3, 3]
    assert [reader.lead(doc) for doc in range(4)] == [None, LEAD, LEAD, None]


def test_a_segment_without_leads_has_no_index_of_them(tmp_path):
    assert open_reader(tmp_path, report("elm", "Plans.")).leads is None


def test_postings_without_leads_stay_as_they_are(reader):
    nothing = np.zeros(0, np.intp), np.zeros(0, np.int64)
    postings = reader.postings("exact", 0)
    assert reader.leads.add(postings, nothing) is postings
