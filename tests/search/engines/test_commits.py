"""An engine stands for one commit: what was replaced or removed before it is in no answer."""

import pytest

from search.language.plan import plan_phrase, plan_request
from search.model import Request
from tests.index.reports import report
from tests.search.changes import COMMIT
from tests.search.clocks import AMPLE

NOTICE = "This notice of 12 May stands in more than one report."


def ash(*texts):
    return report("ash", *texts, region="London")


def test_the_generation_grows_with_each_commit(build_engine):
    first = build_engine(ash("Plans."))
    second = build_engine(ash("Plans."), COMMIT, report("elm", "Visits."))
    assert first.state.generation < second.state.generation
    assert (second.state.reports, second.state.paragraphs) == (2, 2)


@pytest.fixture(scope="module")
def engine(build_engine):
    """One whose first commit had a report that was replaced and one that was removed, with words,
    values and boilerplate that no other report has; what it still has is more.
    """
    themed = {"themes": ("education", "safeguarding"), "grade": "inadequate", "area": "send"}
    return build_engine(
        ash(NOTICE),
        report("oak", ("Unicorns drift here.", themed), authority="Oak", region="North"),
        report("elm", ("Plans are late.", {"themes": ("health",)}), NOTICE),
        report("yew", NOTICE),
        report("fir", "Nothing.", "Nothing at all.", "Nothing here."),
        COMMIT,
        ash("Plans are clear, and so is this notice."),
        "oak",
    )


def test_only_what_is_there_is_counted(engine):
    request = Request("unicorns", filters={"region": ("north",)}, facets=("region",))
    answer = engine.answer(plan_request(request, engine, AMPLE))
    (region,) = answer.facets
    assert answer.total == 0
    assert [value.value for value in region.values] == ["north"]
    assert engine.state.reports == 4
    assert engine.frequency("unicorn") == 0
    assert engine.near_words("unicorn", 1, 0) == ()


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("region", ["London"]),
        ("authority", ["Ash", "Elm", "Fir", "Yew"]),
        ("report", ["ash", "elm", "fir", "yew"]),
        ("theme", ["health"]),
        ("grade", ["good"]),
        ("area", ["leadership"]),
    ],
)
def test_only_what_is_there_has_a_name(engine, field, names):
    assert sorted(engine.names(field)) == names


def test_only_reports_that_are_there_are_given_out(engine):
    assert [facts.name for facts in engine.authorities()] == ["Ash", "Elm", "Fir", "Yew"]
    assert engine.report("oak") is None
    assert engine.neighbourhood("oak/p1", 1) is None


def test_only_reports_that_are_there_make_a_text_boilerplate(engine):
    plan = plan_phrase(Request("this notice of"), engine.compounds, "date", False)
    occurrences = engine.occurrences(plan)
    assert [occurrence.paragraph_id for occurrence in occurrences.page] == ["elm/p2", "yew/p1"]
