"""The passages of a report as arrays, which recommendations are matched with.

t  an occurrence of a concept in a clause
c  a clause of the report
p  a passage of the report
u  a concept, d a dimension of the word vectors, g a group of children
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from search.followup.concept_table import ConceptTable, Floats, Ints, scale_to_one
from search.followup.passages import Passage
from search.followup.topics import GROUP, group_of_area, list_groups


class PassageArrays:
    """The passages of a report, of which there is at least one.

    `starts` (p,) is the first clause of each. `following` (c,) is the clause after each in its
    passage, itself for the last. `totals` (c,) are the weights of all concepts of a clause.
    `pair_vectors` (c, d) are of clauses with what follows, `vectors` (p, d) of passages, of length
    1. `groups` (p, g) says which children each is about.
    """

    def __init__(self, passages: Sequence[Passage], table: ConceptTable) -> None:
        clauses = [names for one in passages for names in one.concepts]
        sizes = np.array([len(one.concepts) for one in passages])
        self.starts = np.cumsum(sizes) - sizes
        self.following = np.minimum(np.arange(len(clauses)) + 1, len(clauses) - 1)
        self.following[self.starts + sizes - 1] = self.starts + sizes - 1
        self._numbers = np.array(table.numbers(chain.from_iterable(clauses)), np.int64)
        self._clauses = np.repeat(np.arange(len(clauses)), list(map(len, clauses)))
        self.totals = np.bincount(
            self._clauses, table.totals[self._numbers], minlength=len(clauses)
        ).astype(np.float32)
        vectors = self._add_up(table.vectors, len(clauses))
        self.pair_vectors = scale_to_one(
            vectors + vectors[self.following] * (self.following != np.arange(len(clauses)))[:, None]
        )
        self.vectors = scale_to_one(np.add.reduceat(vectors, self.starts, axis=0))
        self.is_recommendation = np.array([one.is_recommendation for one in passages], np.float32)
        self.groups = which_groups([find_groups(one) for one in passages])

    def _add_up(self, vectors: Floats, clauses: int) -> Floats:
        """Return the sums (c, d) of the vectors of each clause's concepts."""
        sums = np.zeros((clauses, vectors.shape[1]), np.float32)
        np.add.at(sums, self._clauses, vectors[self._numbers])
        return sums

    def which_have(self, columns: Ints) -> Floats:
        """Return (c, u): 1 where a clause has a concept; `columns` (all concepts,) are the columns
        of those that are asked about, -1 for others.
        """
        places = columns[self._numbers]
        is_asked = places >= 0
        have = np.zeros((len(self.totals), int(columns.max(initial=-1)) + 1), np.float32)
        have[self._clauses[is_asked], places[is_asked]] = 1
        return have


def find_groups(passage: Passage) -> frozenset[str]:
    """Return the groups of children that a passage names, and that of its area."""
    names = frozenset(name for names in passage.concepts for name in names if name[0] == GROUP)
    return names | group_of_area(passage.paragraph.area)


def which_groups(texts: Sequence[frozenset[str]]) -> Floats:
    """Return (texts, g): 1 for the groups of children that each text is about."""
    rows = [[name in groups for name in list_groups()] for groups in texts]
    return np.array(rows, np.float32).reshape(len(texts), len(list_groups()))
