"""The names that the box for an authority completes."""

from index.writer import writing
from tests.index.reports import report
from web import create_app
from web.pages.followup.completions import MAX_COMPLETED, list_completions


def completions_of(tmp_path, names):
    with writing(tmp_path) as writer:
        for number, name in enumerate(names):
            writer.put(report(f"place-{number}", "x", authority=name))
    with create_app({"data": str(tmp_path)}).test_request_context("/"):
        return list_completions()


def test_authorities_with_reports_come_first_with_their_other_names(tmp_path):
    completions = completions_of(tmp_path, ["Marrowdale", "Hertfordshire", "Bristol"])
    assert [(one.name, one.authority) for one in completions if one.has_reports] == [
        ("Bristol", "Bristol"),
        ("Hertfordshire", "Hertfordshire"),
        ("Marrowdale", "Marrowdale"),
        ("Bristol, City of", "Bristol"),
        ("City of Bristol", "Bristol"),
        ("Herts", "Hertfordshire"),
    ]
    assert [one.has_reports for one in completions] == sorted(
        (one.has_reports for one in completions), reverse=True
    )


def test_listed_authorities_without_reports_are_completed_too(tmp_path):
    completions = completions_of(tmp_path, [])
    assert {one.name for one in completions} >= {"Rutland", "BCP", "Hull", "Northants"}
    assert not any(one.has_reports for one in completions)


def test_a_name_too_long_to_be_typed_is_not_completed(tmp_path):
    assert not any(one.has_reports for one in completions_of(tmp_path, ["x" * 500]))


def test_few_names_are_completed(tmp_path):
    names = [f"Place {number}" for number in range(MAX_COMPLETED + 5)]
    assert len(completions_of(tmp_path, names)) == MAX_COMPLETED
