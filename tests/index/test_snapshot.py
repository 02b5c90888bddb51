"""A snapshot numbers the paragraphs of all its segments through, and leaves out the deleted."""

import threading
import weakref

import numpy as np
import pytest

from index.collection import open_snapshot
from index.segments.leads import LEAD_WEIGHT
from index.writer import writing
from tests.index.reports import report
from tests.search.threads import at_once
from tests.search.worlds import index_snapshot

REPORTS = (
    report("ash", "one plan", "two plans"),
    report("elm", "three"),
    report("oak", ("four plan plan", {"themes": ("health",)})),
)
TEXTS = [paragraph.text for report in REPORTS for paragraph in report.paragraphs]


@pytest.fixture(params=["one segment", "two segments"])
def snapshot(request, tmp_path):
    with writing(tmp_path) as writer:
        for report in REPORTS:
            writer.put(report)
            if report.id == "elm" and request.param == "two segments":
                writer.commit()
    with writing(tmp_path) as writer:
        writer.remove("elm")
    return open_snapshot(tmp_path)


def test_texts_come_in_the_order_asked(snapshot):
    assert snapshot.texts([3, 0, 2]) == [TEXTS[3], TEXTS[0], TEXTS[2]]
    assert [snapshot.text(doc) for doc in range(4)] == TEXTS


@pytest.mark.parametrize(
    ("field", "word", "docs", "counts"),
    [
        ("exact", "plan", [0, 3], [1, 2]),
        ("text", "plan", [0, 1, 3], [1, 1, 2]),
        ("exact", "three", [], []),
        ("exact", "five", [], []),
    ],
)
def test_the_paragraphs_of_a_word(snapshot, field, word, docs, counts):
    found_docs, found_counts = snapshot.postings(field, word)
    assert (found_docs.tolist(), found_counts.tolist()) == (docs, counts)
    assert found_docs.dtype == np.intp
    assert snapshot.frequency(field, word) == len(docs)


@pytest.mark.parametrize(
    ("words", "slop", "docs"),
    [
        (("one", "plan"), 1, [0]),
        (("plan", "plan"), 1, [3]),
        (("plan", "two"), 1, []),
        (("four", "plan"), 2, [3]),
        (("four", "plan", "plan", "plan"), 1, []),
    ],
    ids=["two", "one twice", "not across paragraphs", "with a gap", "not beyond the last word"],
)
def test_the_paragraphs_of_a_phrase(snapshot, words, slop, docs):
    assert snapshot.phrase("exact", words, slop)[0].tolist() == docs


def test_the_paragraphs_of_several_words(snapshot):
    rows = [reader.rows("exact", ["plan", "plans", "three"]) for reader in snapshot.readers]
    docs, counts = snapshot.union_postings("exact", rows)
    assert (docs.tolist(), counts.tolist()) == ([0, 1, 3], [1, 1, 2])


def test_words_are_chosen_by_row_and_counted_over_all_segments(snapshot):
    def plans(lexicon):
        return [row for row in range(len(lexicon)) if lexicon[row].startswith("plan")]

    assert snapshot.words("exact", plans) == {"plan": 3, "plans": 1}
    assert snapshot.words("text", plans) == {"plan": 3}


def test_the_vocabulary_counts_undeleted_paragraphs(snapshot):
    words = snapshot.vocabulary()
    assert words == ("four", "one", "plan", "plans", "three", "two")
    assert dict(zip(words, snapshot.counts().tolist(), strict=True)) == {
        **{"four": 1, "one": 1, "plan": 3, "plans": 1, "three": 0, "two": 1}
    }


def test_tokens_are_rows_of_the_vocabulary(snapshot):
    rows, sizes = snapshot.tokens(np.array([3, 0]))
    words = snapshot.vocabulary()
    assert [words[row] for row in rows] == ["four", "plan", "plan", "one", "plan"]
    assert sizes.tolist() == [3, 2]


def test_paragraphs_and_reports_are_found_by_id(snapshot):
    assert [snapshot.find(name) for name in ("oak/p1", "ash/p2", "elm/p1", "oak/p9", "x")] == [
        *(3, 1, None, None, None)
    ]
    assert snapshot.paragraph(3) == REPORTS[2].paragraphs[0]
    assert snapshot.paragraph_id(1) == "ash/p2"
    assert (snapshot.docs("oak"), snapshot.docs("elm")) == (range(3, 4), None)
    assert (snapshot.report("oak"), snapshot.report("elm")) == (REPORTS[2], None)
    assert snapshot.report_at(3).id == "oak"
    assert [report.id for report in snapshot.reports()] == ["ash", "oak"]


def test_counts_leave_out_the_deleted(snapshot):
    assert (snapshot.size, snapshot.paragraphs, snapshot.report_count) == (4, 3, 2)
    assert snapshot.alive.tolist() == [True, True, False, True]
    assert snapshot.generation == len(snapshot.readers) + 1


def test_codes_stand_for_values(snapshot):
    names, codes = snapshot.codes("authority")
    assert [names[code] for code in codes] == ["Ash", "Ash", "Elm", "Oak"]
    names, masks = snapshot.codes("theme")
    assert (names, masks.tolist()) == ((None, "health"), [0, 0, 0, 1])


def test_a_derived_value_is_computed_once_for_all_threads(snapshot):
    computed = []

    def compute(_):
        computed.append(threading.get_ident())
        return len(computed)

    assert at_once(lambda: snapshot.compute_once("some", compute)) == [[1]] * 16
    assert snapshot.compute_once("other", lambda its: its.compute_once("some", compute)) == 1


def test_a_derived_value_may_be_none_and_is_still_computed_once(snapshot):
    computed = []
    for _ in range(2):
        assert snapshot.compute_once("none", computed.append) is None
    assert len(computed) == 1


def test_a_snapshot_that_stopped_caching_is_freed_with_its_last_reference(
    tmp_path, no_garbage_collection
):
    with writing(tmp_path) as writer:
        writer.put(REPORTS[0])
    snapshot = open_snapshot(tmp_path)
    reference = weakref.ref(snapshot)
    snapshot.compute_once("itself", lambda itself: [itself])
    snapshot.stop_caching()
    first, second = (snapshot.compute_once("itself", lambda itself: [itself]) for _ in range(2))
    assert first is not second
    del snapshot, first, second
    assert reference() is None


LEAD = "Leaders should ensure that:"
LISTED = report("fig", LEAD, ("visits are timely", {"lead": LEAD}), "Timely visits.")


def test_words_that_lead_into_a_paragraph_find_it_but_not_its_text_alone(tmp_path):
    snapshot = index_snapshot(tmp_path, LISTED)
    texts = snapshot.without_leads()
    for words, with_leads, own in (
        (["leaders"], [0, 1], [0]),
        (["that", "visits"], [1], []),
        (["visits", "are"], [1], [1]),
    ):
        docs = [view.phrase("exact", words)[0].tolist() for view in (snapshot, texts)]
        assert docs == [with_leads, own]
    assert snapshot.frequency("text", "leader") == 2
    assert texts.frequency("text", "leader") == 1
    assert snapshot.leads([0, 1]) == [None, LEAD]
    assert texts.leads([0, 1]) == [None, None]


def test_a_prefix_finds_words_of_leads(tmp_path):
    snapshot = index_snapshot(tmp_path, LISTED)
    rows = [[reader.words.find("leaders")] for reader in snapshot.readers]
    docs, counts = snapshot.union_postings("exact", rows)
    assert (docs.tolist(), counts.tolist()) == ([0, 1], [1, LEAD_WEIGHT])


def test_the_words_of_a_lead_count_less_in_the_length(tmp_path):
    snapshot = index_snapshot(tmp_path, LISTED)
    assert snapshot.lengths.tolist() == [4, 3 + 4 * LEAD_WEIGHT, 2]
    assert snapshot.without_leads().lengths.tolist() == [4, 3, 2]


def test_without_leads_there_is_one_snapshot(tmp_path):
    snapshot = index_snapshot(tmp_path, report("elm", "Plans."))
    assert snapshot.without_leads() is snapshot
