"""Counter-evidence: what speaks against a paragraph, in three groups of reports, or nothing."""

from datetime import date

import pytest

from corpus.understanding.authorities import list_neighbours
from search.followup.contrary.counter_evidence import MAX_SHOWN, find_counter_evidence
from tests.index.reports import report

PRAISE = "Return interviews after children go missing are thorough and highly effective."
BLAME = "Too many children who go missing do not have an interview on their return."
ASIDE = "Records of visits are weak and too often late."
STRENGTH, WEAKNESS = {"polarity": "strength"}, {"polarity": "weakness"}
NEIGHBOURS = [one.name for one in list_neighbours("Kent")]
FILLERS = [(text, {"polarity": "neutral"}) for text in ("Buses run.", "Trees stand.", "Roads end.")]


def world():
    yield report(
        "own",
        (PRAISE, STRENGTH),
        (f"{ASIDE} {BLAME}", WEAKNESS),
        *FILLERS,
        authority="Kent",
        day=date(2015, 1, 1),
    )
    earlier, later = (f"{BLAME} So it was in {season}." for season in ("autumn", "spring"))
    yield report("before", (earlier, WEAKNESS), authority="Kent", day=date(2012, 1, 1))
    yield report("after", (later, WEAKNESS), (PRAISE, STRENGTH), authority="Kent")
    for place, name in enumerate(NEIGHBOURS[: MAX_SHOWN + 1]):
        texts = [(f"{BLAME} So it is in {name}.", WEAKNESS)] * 2
        yield report(f"peer{place}", *texts, authority=name)
    yield report("else", (f"{BLAME} So it is elsewhere.", WEAKNESS), authority="Atlantis")


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(*world())


def ids(evidence):
    return {
        group.key: [passage.hit.paragraph.id for passage in group.passages]
        for group in evidence.groups
    }


def test_contrary_passages_come_from_the_report_later_ones_and_peers(engine):
    evidence = find_counter_evidence(engine, "own/p1")
    passages = ids(evidence)
    assert passages["same-report"] == ["own/p2"]
    assert passages["later"] == ["after/p1"]
    assert len(passages["peers"]) == MAX_SHOWN
    assert len({one.partition("/")[0] for one in passages["peers"]}) == MAX_SHOWN
    assert (evidence.report.id, evidence.notes) == ("own", ())


def test_the_sentence_that_contradicts_is_marked_and_the_claim_named(engine):
    evidence = find_counter_evidence(engine, "own/p1")
    (passage,) = evidence.groups[0].passages
    (mark,) = passage.hit.marks
    assert passage.hit.paragraph.text[mark.start : mark.end] == BLAME
    assert evidence.paragraph.text[passage.claim.start : passage.claim.end] == PRAISE
    assert {"interview", "return", "missing"} <= set(passage.shared)


def test_against_criticism_speaks_praise(engine):
    passages = ids(find_counter_evidence(engine, "own/p2"))
    assert (passages["same-report"], passages["later"]) == (["own/p1"], ["after/p2"])
    assert passages["peers"] == []


def test_nothing_speaks_against_a_plain_statement(engine):
    evidence = find_counter_evidence(engine, "own/p3")
    assert evidence.groups == ()
    assert "neither praises nor criticises" in evidence.notes[0]


def test_an_unknown_paragraph_has_none(engine):
    assert find_counter_evidence(engine, "own/p99") is None


def test_praise_of_a_recommendation_is_found_in_any_area(build_engine):
    engine = build_engine(
        report(
            "own",
            (
                "The timeliness of return interviews when children go missing.",
                {"kind": "recommendation", "polarity": "weakness", "area": "overall"},
            ),
            (PRAISE, {"polarity": "strength", "area": "children-in-care"}),
            *FILLERS,
        )
    )
    assert ids(find_counter_evidence(engine, "own/p1"))["same-report"] == ["own/p2"]


def test_a_withdrawn_report_is_contradicted_by_itself_and_contradicts_no_other(build_engine):
    engine = build_engine(
        report("own", (PRAISE, STRENGTH), (BLAME, WEAKNESS), *FILLERS, withdrawn="gone"),
        report("elm", (PRAISE, STRENGTH), authority="Own", day=date(2012, 1, 1)),
    )
    assert ids(find_counter_evidence(engine, "own/p1"))["same-report"] == ["own/p2"]
    assert "later" not in ids(find_counter_evidence(engine, "elm/p1"))
