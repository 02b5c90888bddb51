"""A clause cut out of a query leaves all others as they were."""

import pytest
from hypothesis import given

from search.language.clause_removal import cut
from search.language.parser import parse
from tests.search.language.typed import queries


@pytest.mark.parametrize(
    ("text", "clause", "left"),
    [
        ("plans", "plans", ""),
        ("timely recording plans", "recording", "timely plans"),
        ("plans AND drift AND delay", "plans", "drift AND delay"),
        ("plans AND drift AND delay", "drift", "plans AND delay"),
        ("plans AND drift AND delay", "delay", "plans AND drift"),
        ("plans AND NOT drift", "NOT drift", "plans"),
        ("plans AND NOT drift", "plans", "NOT drift"),
        ("(plans) drift", "plans", "drift"),
        ("(plans AND drift) delay", "plans", "( drift) delay"),
        ("(plans AND drift) delay", "drift", "(plans ) delay"),
        ("plans (( drift ))", "drift", "plans"),
        ("plans grade:(good)", "good", "plans"),
        ("plans grade:(good OR outstanding)", "grade:(good OR outstanding)", "plans"),
        ("multi-agency plans", "multi", "agency plans"),
        ("multi-agency plans", "agency", "multi plans"),
        ("plan~drift", "drift", "plan"),
        ("a~1/drift", "drift", "a 1"),
        ("OR-drift", "drift", "or"),
        ("drift*OR plans", "drift", "or plans"),
        ("colour:red", "red", "colour:"),
        ("“not yet” plans", "plans", "“not yet”"),
        ("plans“not yet”", "plans", "“not yet”"),
        ("AND plans AND drift", "plans", "drift"),
        ("a OR b plans AND drift", "plans", "a OR b drift"),
    ],
)
def test_what_is_left(text, clause, left):
    (span,) = [part.span for part in parse(text).clauses if part.text == clause]
    assert cut(text, span) == left


def plain(clause):
    """A clause without what may change around it: spaces, and brackets about it alone."""
    return clause.kind, clause.text.casefold().replace(" ", "").strip("()")


@given(queries)
def test_the_others_stay(text):
    clauses = parse(text).clauses
    for place, clause in enumerate(clauses):
        left = parse(cut(text, clause.span))
        assert left.diagnostics == ()
        others = [*clauses[:place], *clauses[place + 1 :]]
        assert list(map(plain, left.clauses)) == list(map(plain, others))
