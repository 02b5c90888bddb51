"""The passages of a report as arrays."""

import numpy as np

from search.followup.tracker.concept_table import ConceptTable
from search.followup.tracker.concepts import ConceptWeights
from search.followup.tracker.passage_arrays import PassageArrays, find_groups, which_groups
from search.followup.tracker.passages import read_passages
from search.followup.tracker.topics import list_groups
from search.followup.tracker.weights import default_weights
from tests.search.followup.authority import CountingEngine, ask, visit

ENGINE = CountingEngine("otters", "boats", "sea", vectors={"otter": (1.0, 0.0), "boat": (0.0, 1.0)})


def make_arrays(*paragraphs):
    passages = read_passages(visit("later", 2020, *paragraphs))
    names = {name for one in passages for names in one.concepts for name in names}
    table = ConceptTable(names, ENGINE, ConceptWeights(ENGINE), default_weights())
    return PassageArrays(passages, table), table


def test_clauses_are_told_by_passage():
    arrays, _ = make_arrays("Otters swim. Boats sail. Ferries rest.", ask("More boats."))
    assert arrays.starts.tolist() == [0, 3]
    assert arrays.is_recommendation.tolist() == [0, 1]
    assert (arrays.totals > 0).all()


def test_concepts_are_told_of_clauses_and_of_passages_once_each():
    arrays, table = make_arrays("Otters. Boats and otters.", "Boats.")
    boat = np.array([[name == "boat" for name in table.names]], np.float32)
    assert arrays.clauses.add_up(boat).tolist() == [[0, 1, 1]]
    assert arrays.passages.add_up(boat).tolist() == [[1, 1]]


def test_vectors_are_of_passages_and_of_clauses_with_what_follows():
    arrays, _ = make_arrays("Otters. Boats.", "Otters.", "Kites.")
    assert np.allclose(arrays.pair_vectors[2], [1, 0])
    assert np.allclose(arrays.passage_vectors[0], arrays.pair_vectors[0])
    assert (arrays.passage_vectors[0] > 0.5).all()
    assert not arrays.passage_vectors[2].any()


def test_a_passage_is_about_the_children_it_names_and_those_of_its_area():
    (passage,) = read_passages(visit("a", 2020, ("Young carers.", {"area": "send"})))
    assert find_groups(passage) == {"%young-carers", "%send"}
    row = which_groups([find_groups(passage)])[0]
    assert {name for name, has in zip(list_groups(), row, strict=True) if has} == find_groups(
        passage
    )


def test_a_paragraph_without_words_has_no_concepts():
    arrays, _ = make_arrays("…", "Otters.")
    assert arrays.totals.tolist()[0] == 0
