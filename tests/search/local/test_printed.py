"""How the living paragraphs of a snapshot print words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.writer import writing
from search.local.engine import open_engine
from search.local.printed import SnapshotWords, unique_rows
from tests.index.reports import report
from tests.search.worlds import index_snapshot

TEXTS = ["Follow-up of follow‑ups is up-to-date.", "A - b; one-two-three-four-five, x-\ny."]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    return SnapshotWords(index_snapshot(tmp_path_factory.mktemp("data"), ("ash", TEXTS, {})))


@pytest.mark.parametrize(
    ("first", "others"),
    [
        ("follow", (("up",), ("ups",))),
        ("up", (("to", "date"),)),
        ("to", ()),
        ("a", ()),
        ("x", ()),
        ("one", ()),
        ("no such", ()),
    ],
)
def test_words_that_hyphens_join(printed, first, others):
    assert printed.hyphenated(first) == others


@given(
    arrays(np.uint8, st.tuples(st.integers(0, 6), st.integers(1, 4)), elements=st.integers(0, 2))
)
def test_different_rows(rows):
    expected = sorted(set(map(tuple, rows.tolist())))
    assert sorted(map(tuple, unique_rows(rows).tolist())) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["follow"], True),
        (["follow", "up"], True),
        (["up", "follow"], False),
        (["up", "no such"], False),
        (["no such"], False),
    ],
)
def test_words_that_stand_in_a_paragraph(printed, words, expected):
    assert printed.is_printed(words) is expected


def test_removed_reports_print_nothing(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", "Follow-up."))
        for name in ("elm", "oak", "yew"):
            writer.put(report(name, "Roll-out of plans.", "Plans."))
    with writing(tmp_path) as writer:
        writer.remove("ash")
    engine = open_engine(tmp_path)
    printed = engine.printed
    assert engine.snapshot.alive is not None
    assert printed.hyphenated("follow") == ()
    assert printed.hyphenated("roll") == (("out",),)
    assert not printed.is_printed(["follow"])
    assert not printed.is_printed(["follow", "up"])
    assert printed.is_printed(["roll"])
