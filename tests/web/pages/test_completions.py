"""The names that the box for an authority completes."""

import pytest

from index.writer import writing
from tests.index.reports import report
from web import create_app
from web.pages.completions import MAX_COMPLETED, list_completions


def completions_of(tmp_path, names):
    with writing(tmp_path) as writer:
        for number, name in enumerate(names):
            writer.put(report(f"place-{number}", "x", authority=name))
    with create_app({"data": str(tmp_path)}).test_request_context("/"):
        return list_completions()


def test_names_come_before_the_other_names_that_lead_to_them(tmp_path):
    assert completions_of(tmp_path, ["Marrowdale", "Hertfordshire", "Bristol"]) == [
        ("Bristol", ""),
        ("Hertfordshire", ""),
        ("Marrowdale", ""),
        ("Bristol, City of", "Bristol"),
        ("City of Bristol", "Bristol"),
        ("Herts", "Hertfordshire"),
    ]


@pytest.mark.parametrize(("names", "count"), [([], 0), (["x" * 500], 0)])
def test_a_name_too_long_to_be_typed_is_not_completed(tmp_path, names, count):
    assert len(completions_of(tmp_path, names)) == count


def test_few_names_are_completed(tmp_path):
    names = [f"Place {number}" for number in range(MAX_COMPLETED + 5)]
    assert len(completions_of(tmp_path, names)) == MAX_COMPLETED
