"""The node types are named in one place, each can be answered, and our own are values."""

import pytest
from whoosh import query

from search.language import nodes
from search.language.nodes import MinimumWeight, Or, Query, Synonyms, Term
from search.local.evaluate import EVALUATORS

TERMS = [Term("text", "plan"), Term("text", "drift")]


def test_every_exported_type_can_be_answered():
    exported = {getattr(nodes, name) for name in nodes.__all__}
    types = {node if isinstance(node, type) else type(node) for node in exported}
    assert types - {Query} == set(EVALUATORS)


@pytest.mark.parametrize(
    "name", sorted({*nodes.__all__} - {"MinimumWeight", "Negated", "Synonyms"})
)
def test_the_others_are_those_of_whoosh(name):
    assert getattr(nodes, name) is getattr(query, name)


@pytest.mark.parametrize(
    ("node", "unequal"),
    [
        (MinimumWeight(TERMS, 0.5), MinimumWeight(TERMS, 0.6)),
        (MinimumWeight(TERMS, 0.5), MinimumWeight(TERMS[:1], 0.5)),
        (MinimumWeight(TERMS, 0.5), Or(TERMS)),
        (Synonyms(TERMS), Synonyms(TERMS[:1])),
        (Synonyms(TERMS), Or(TERMS)),
    ],
)
def test_a_node_equals_only_one_with_all_its_parts(node, unequal):
    assert node != unequal
    assert node == type(node)(*vars_of(node))
    assert hash(node) == hash(type(node)(*vars_of(node)))


def vars_of(node):
    return (node.subqueries, node.share) if isinstance(node, MinimumWeight) else (node.subqueries,)
