"""Pairs of paragraphs: what is the same, nearly the same, or on the same matter, one to one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.followup.comparison.paragraph_pairs import pair_paragraphs
from tests.index.reports import report
from tests.search.followup.weighing import weigh_reports

OTHERS = ["Bridges need paint.", "Buses run late.", "Trees give shade."]
"""What every report has besides, so that words are rare enough to tell something."""


def pairs_of(earlier, later, names=()):
    """(kind, earlier place, later place) of each pair of the paragraphs of two reports."""
    reports = report("old", *earlier), report("new", *later)
    pairs = pair_paragraphs(*weigh_reports(*reports, names=names))
    return [(pair.kind, pair.earlier, pair.later) for pair in pairs]


@pytest.mark.parametrize(
    ("earlier", "later", "kind"),
    [
        ("Plans are late.", "PLANS ARE LATE", "same"),
        ("Plans for children are late.", "Plans for children are timely.", "reworded"),
        (
            "Return interviews after children go missing come late.",
            "When children went missing, few had an interview on their return.",
            "related",
        ),
        ("Plans are late.", "Schools are small.", None),
        ("Children in Ashford know us.", "Ashford has visits.", None),
        ("It is what it is.", "What is it, then?", None),
        ("", "", None),
    ],
    ids=["same", "reworded", "related", "none", "a name alone", "function words alone", "empty"],
)
def test_the_kind_of_a_pair(earlier, later, kind):
    expected = [(kind, 0, 0)] if kind else []
    assert pairs_of([earlier, *OTHERS], [later], names=["Ashford"]) == expected


def test_one_shared_word_is_too_little():
    assert pairs_of(["Interviews drift.", *OTHERS], ["Interviews help."]) == []


def test_a_text_that_a_report_repeats_is_paired_as_often_as_the_other_has_it():
    assert pairs_of(["Plans drift."] * 2, ["Plans drift."] * 3) == [("same", 0, 0), ("same", 1, 1)]


def test_the_nearest_is_taken_and_each_only_once():
    earlier = ["Plans for children in care are late.", "Plans for most children in care are late."]
    later = ["Plans for most children in care are good."]
    assert pairs_of(earlier, later) == [("reworded", 1, 0)]


def test_what_stands_in_one_area_comes_first():
    text = "Plans for most children in care are late."
    health = {"area": "health"}
    earlier = [("Plans for most children in care drift.", {}), (text, health)]
    later = [("Plans for most children in care are good.", {})]
    assert pairs_of(earlier, later) == [("reworded", 0, 0)]


@pytest.mark.parametrize(
    ("kinds", "count"),
    [(("finding", "recommendation"), 1), (("context", "context"), 1), (("context", "finding"), 0)],
)
def test_what_is_said_of_the_inspection_is_on_no_matter_of_a_finding(kinds, count):
    texts = (
        "Return interviews after children go missing come late.",
        "When children went missing, few had an interview on their return.",
    )
    earlier, later = ((text, {"kind": kind}) for text, kind in zip(texts, kinds, strict=True))
    assert len(pairs_of([earlier, *OTHERS], [later])) == count


SENTENCES = st.lists(
    st.lists(st.sampled_from(["plan", "visit", "drift", "school", "the"]), max_size=5).map(
        " ".join
    ),
    max_size=6,
)


@settings(max_examples=50)
@given(SENTENCES, SENTENCES)
def test_pairs_are_one_to_one_and_equal_texts_find_each_other(earlier, later):
    pairs = pairs_of(earlier, later)
    assert len({one for _, one, _ in pairs}) == len({one for *_, one in pairs}) == len(pairs)
    same = sum(min(earlier.count(text), later.count(text)) for text in set(earlier) - {""})
    assert sum(kind == "same" for kind, *_ in pairs) == same
    assert all(earlier[i] == later[j] for kind, i, j in pairs if kind == "same")


def test_a_report_beside_itself_is_the_same_throughout():
    texts = ["Plans drift.", "Visits are late.", *OTHERS]
    assert pairs_of(texts, texts) == [("same", place, place) for place in range(len(texts))]
