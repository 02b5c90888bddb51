"""The concepts that texts use, as arrays."""

import numpy as np

from search.followup.tracker.concept_table import ConceptTable, scale_to_one
from search.followup.tracker.concepts import ConceptWeights
from search.followup.tracker.weights import default_weights
from tests.search.followup.authority import CountingEngine

ENGINE = CountingEngine("otters swim", "boats", "boats", vectors={"otter": (0.6, 0.8)})


def make_table(*names, engine=ENGINE):
    return ConceptTable(names, engine, ConceptWeights(engine), default_weights())


def test_each_concept_has_one_number():
    table = make_table("otter", "boat", "otter")
    assert table.numbers(["boat", "otter"]) == [0, 1]
    assert len(table.names) == 2


def test_rare_stems_add_more_and_aspects_nothing():
    table = make_table("otter", "boat", "ensur", "@timeliness", "%send")
    otter, boat, ensure, aspect, group = table.totals[
        table.numbers(["otter", "boat", "ensur", "@timeliness", "%send"])
    ]
    assert otter > boat > aspect == group == 0
    assert ensure < otter  # though no text has it: it only asks


def test_vectors_are_as_long_as_their_stems_tell():
    table = make_table("otter", "boat")
    boat, otter = table.vectors
    assert np.allclose(otter, np.array([0.6, 0.8]) * table.totals[1])
    assert not boat.any()


def test_an_engine_without_vectors_has_none():
    assert make_table("otter", engine=CountingEngine("otters")).vectors.shape == (1, 0)


def test_vectors_are_scaled_to_one_but_nothing_stays_nothing():
    assert np.allclose(scale_to_one(np.array([[3.0, 4.0], [0, 0]])), [[0.6, 0.8], [0, 0]])
