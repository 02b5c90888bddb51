"""A node that cannot be evaluated is refused."""

import pytest

from search.errors import BadRequest
from search.language.clauses import Clause
from search.language.nodes import Every, FuzzyTerm, NumericRange, Phrase, Prefix, Term
from search.language.parsed_query import ParsedQuery
from search.language.plan import Plan
from search.model import Request, Span
from tests.search.clocks import AMPLE


class OtherTerm(Term):
    """A node of a type that no engine knows."""


def plan_of(node, request=None):
    """Return the plan of one node."""
    clause = Clause("phrase", "...", Span(0, 3), node)
    return Plan(request or Request(), ParsedQuery("...", (clause,), ()), AMPLE)


@pytest.mark.parametrize(
    "node",
    [
        OtherTerm("text", "plan"),
        Term("colour", "red"),
        Term("section", "Leadership"),
        Term("year", "soon"),
        Term("date", "2021-03-04"),
        Every("colour"),
        Phrase("grade", ["requires", "improvement"]),
        Prefix("report", "a"),
        FuzzyTerm("colour", "red"),
        NumericRange("grade", 1, 2),
        NumericRange("year", "soon", None),
    ],
    ids=repr,
)
def test_a_node_that_cannot_be_evaluated_is_refused(engine, node):
    with pytest.raises(BadRequest):
        engine.answer(plan_of(node))
