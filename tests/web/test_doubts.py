from corpus.model import Doubt
from tests.index.reports import report
from web.doubts import group_by_kind, list_doubts

GAP, DATES = Doubt("number-gap", "2 is missing", 4), Doubt("dates-missing", "none")
REPORTS = [
    report("ash", doubts=(GAP, DATES)),
    report("elm"),
    report("oak", doubts=(GAP,)),
]


def test_doubts_are_those_of_all_reports_or_of_some_kinds():
    assert [(one.report.id, one.doubt) for one in list_doubts(REPORTS)] == [
        ("ash", GAP),
        ("ash", DATES),
        ("oak", GAP),
    ]
    assert [one.report.id for one in list_doubts(REPORTS, ["dates-missing"])] == ["ash"]


def test_the_kind_with_most_doubts_comes_first():
    assert {
        kind: len(of_kind) for kind, of_kind in group_by_kind(list_doubts(REPORTS)).items()
    } == {
        "number-gap": 2,
        "dates-missing": 1,
    }
    assert list(group_by_kind(list_doubts(REPORTS))) == ["number-gap", "dates-missing"]
