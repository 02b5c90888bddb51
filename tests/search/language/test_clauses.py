"""What a clause is as typed, and which negation it is."""

import pytest

from search.language.clauses import Clause, Negation
from search.language.nodes import Negated, Term
from search.model import Span

TYPED, WIDENED = Term("text", "caseload"), Term("text", "workload")
NOT = Negation("not", Negated("text", ["not", "timeli"], slop=3))
NEVER = Negation("never", Negated("text", ["never", "timeli"], slop=3))


def clause(kind="word", **values):
    return Clause(kind, "...", Span(0, 3), WIDENED, **values)


@pytest.mark.parametrize(("typed", "expected"), [(TYPED, TYPED), (None, WIDENED)])
def test_as_typed_is_the_node_without_other_wordings(typed, expected):
    assert clause(typed=typed).as_typed == expected


@pytest.mark.parametrize(
    ("kind", "negations", "expected"),
    [
        ("word", (NOT, NEVER), NOT),
        ("word", (), None),
        ("either", (NOT,), None),  # it is typed in the clause, which asks for more
    ],
)
def test_a_word_that_negates_is_a_negation(kind, negations, expected):
    assert clause(kind, negations=negations).negation == expected
