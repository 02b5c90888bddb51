"""Fields typed in a query that an answer does not apply."""

import pytest

from search.model import Request
from search.typed_fields import dropped_fields, fields_in_phrase

FIELDS = [
    ("timely grade:god", ["unknown-value"]),
    ("timely gradee:good", ["unknown-field"]),
    ("-grade:god year:2020..2018", ["unknown-value", "impossible-range"]),
    ("timely grade:", ["missing-value"]),
    ("timely grade:good", []),
    ("Note: timely", []),
    ("Note:\u00a0timely", []),
    ('"gradee:good"', []),
    ("👍", []),
]


@pytest.mark.parametrize(("query", "kinds"), FIELDS)
def test_a_field_that_is_wrong_is_dropped(wording_engine, query, kinds):
    problems = dropped_fields(Request(query), wording_engine)
    assert [problem.kind for problem in problems] == kinds


@pytest.mark.parametrize(
    ("phrase", "fields"),
    [
        ("timely grade:god", ["grade:"]),
        ("grade:good year:2018", ["grade:", "year:"]),
        ("gradee:good", ["gradee:"]),
        ("Note: timely", []),
        ("timely grade:", []),
        ('"grade:good"', []),
        ("at 10:30", []),
    ],
)
def test_a_phrase_has_no_field(phrase, fields):
    spans = [problem.span for problem in fields_in_phrase(phrase)]
    assert [phrase[span.start : span.end] for span in spans] == fields
