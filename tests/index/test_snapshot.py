"""A snapshot numbers the paragraphs of all its segments through, and readers out the deleted."""

import pytest

from index.collection import open_snapshot
from index.writer import writing
from tests.index.reports import report

REPORTS = (("ash", ("one plan", "two plans")), ("elm", ("three",)), ("oak", ("four plan plan",)))


@pytest.fixture(params=["one segment", "two segments"])
def snapshot(request, tmp_path):
    with writing(tmp_path) as writer:
        for name, texts in REPORTS:
            writer.put(report(name, *texts))
            if name == "elm" and request.param == "two segments":
                writer.commit()
    with writing(tmp_path) as writer:
        writer.remove("elm")
    return open_snapshot(tmp_path)


def test_texts_come_in_the_order_asked(snapshot):
    texts = [text for _, some in REPORTS for text in some]
    assert snapshot.texts([3, 0, 2]) == [texts[3], texts[0], texts[2]]
    assert [snapshot.text(doc) for doc in range(4)] == texts


@pytest.mark.parametrize(
    ("field", "word", "docs", "times"),
    [
        ("exact", "plan", [0, 3], [1, 2]),
        ("text", "plan", [0, 1, 3], [1, 1, 2]),
        ("exact", "three", [], []),
        ("exact", "five", [], []),
    ],
)
def test_the_paragraphs_of_a_word(snapshot, field, word, docs, times):
    found, tf = snapshot.postings(field, word)
    assert (found.tolist(), tf.tolist()) == (docs, times)
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
