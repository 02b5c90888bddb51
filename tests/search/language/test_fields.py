"""A typed value of a field names one of its values, or what is wrong with it is said."""

import pytest

from corpus.registry import registry
from search.language.fields import FieldProblem, absence, resolve
from search.language.nodes import NumericRange, Term
from search.language.parser import no_names

NAMES = {
    "authority": ("North Yorkshire", "Leeds", "St. Helens"),
    "report": ("ash-2018",),
    "region": ("London",),
}


def names(field):
    return NAMES.get(field, ())


@pytest.mark.parametrize(
    ("field", "typed", "node"),
    [
        ("grade", "requires improvement", Term("grade", "requires improvement")),
        ("grade", " Requires-Improvement ", Term("grade", "requires improvement")),
        ("under", "Requires improvement", Term("under", "requires improvement")),
        ("framework", "Area SEND", Term("framework", "area-send")),
        ("authority", "north yorkshire", Term("authority", "North Yorkshire")),
        ("authority", "st helens", Term("authority", "St. Helens")),
        ("authority", "Rutland", Term("authority", "Rutland")),
        ("authority", "City of Bristol", Term("authority", "Bristol")),
        ("region", "north west", Term("region", "North West")),
        ("report", "ash-2018", Term("report", "ash-2018")),
        ("year", "2018", NumericRange("year", 2018, 2018)),
        ("year", "2018..2022", NumericRange("year", 2018, 2022)),
        ("year", "2018..", NumericRange("year", 2018, None)),
        ("year", "..2015", NumericRange("year", None, 2015)),
    ],
)
def test_a_value_is_recognized(field, typed, node):
    assert resolve(field, typed, names) == node


@pytest.mark.parametrize(
    ("field", "typed"), [("region", "Narnia"), ("report", "leeds-2018"), ("authority", "Atlantis")]
)
def test_without_names_any_value_is_taken(field, typed):
    assert resolve(field, typed, no_names) == Term(field, typed)


@pytest.mark.parametrize(
    ("node", "message"),
    [
        (Term("authority", "Rutland"), "This collection has no report on Rutland."),
        (Term("region", "North West"), "This collection has no report from North West."),
        (Term("authority", "Leeds"), None),
        (Term("grade", "good"), None),
        (NumericRange("year", 1850, 1850), None),
    ],
)
def test_a_value_that_no_report_has_is_told(node, message):
    problem = absence(node, names)
    assert (problem and (problem.kind, problem.message)) == (message and ("no-report", message))
    assert absence(node, no_names) is None


@pytest.mark.parametrize("field", registry().choices)
def test_every_key_and_label_of_a_closed_set_is_a_value(field):
    for choice in registry().choices[field]:
        assert resolve(field, choice.key, no_names) == Term(field, choice.key)
    assert any(
        resolve(field, c.label, no_names) == Term(field, c.key) for c in registry().choices[field]
    )


@pytest.mark.parametrize(
    ("field", "typed", "kind", "advice"),
    [
        (
            "grade",
            "splendid",
            "unknown-value",
            'choose from outstanding, good, "requires improvement"',
        ),
        ("under", "splendid", "unknown-value", "choose from outstanding, good"),
        ("authority", "Lees", "unknown-value", "did you mean Leeds"),
        ("authority", "north yorkshir", "unknown-value", 'did you mean "North Yorkshire"'),
        ("authority", "North", "unknown-value", "quotation marks"),
        ("authority", "Tower", "unknown-value", "quotation marks"),  # Hamlets
        ("authority", "Atlantis", "unknown-value", "No authority is called “Atlantis”."),
        ("authority", "Lees" * 100, "unknown-value", "Lees”."),
        ("report", "Leeds", "unknown-value", "No report is called “Leeds”."),
        ("year", "soon", "unknown-value", "2018..2022"),
        ("year", "..", "unknown-value", "2018..2022"),
        ("year", "20182019", "unknown-value", "2018..2022"),
        ("year", "2022..2018", "impossible-range", "2018..2022"),
    ],
)
def test_what_is_wrong_with_a_value_is_said(field, typed, kind, advice):
    problem = resolve(field, typed, names)
    assert isinstance(problem, FieldProblem)
    assert problem.kind == kind
    assert advice in problem.message
