"""The passages of a report as arrays, which recommendations are matched with.

c  a clause of the report
p  a passage of the report
d  a dimension of the word vectors, g a group of children
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from search.followup.tracker.concept_table import ConceptTable, Floats, scale_to_one
from search.followup.tracker.occurrences import ConceptOccurrences
from search.followup.tracker.passages import Passage
from search.followup.tracker.topics import GROUP, group_of_area, list_groups

NOTHING: frozenset[str] = frozenset()


class PassageArrays:
    """The passages of a report, of which there is at least one.

    `starts` (p,) is the first clause of each. The concepts are told of `clauses` and of `passages`.
    `totals` (c,) are the weights of all concepts of a clause. `pair_vectors` (c, d), each of a
    clause with what follows in its passage, and `passage_vectors` (p, d) are of length 1.
    `groups` (p, g) says which children each passage is about.
    """

    def __init__(self, passages: Sequence[Passage], table: ConceptTable) -> None:
        sizes = np.array([len(one.concepts) for one in passages])
        self.starts = np.cumsum(sizes) - sizes
        clauses = [names for one in passages for names in one.concepts]
        pairs = [names | other for one in passages for names, other in pair_up(one)]
        unions = [NOTHING.union(*one.concepts) for one in passages]
        self.clauses = ConceptOccurrences.of(clauses, table.numbers)
        self.passages = ConceptOccurrences.of(unions, table.numbers)
        self.totals = self.clauses.add_up(table.totals[None, :])[0]
        self.pair_vectors = scale_to_one(
            ConceptOccurrences.of(pairs, table.numbers).add_up(table.vectors.T).T
        )
        self.passage_vectors = scale_to_one(self.passages.add_up(table.vectors.T).T)
        self.is_recommendation = np.array([one.is_recommendation for one in passages], np.float32)
        self.groups = which_groups([find_groups(one) for one in passages])


def pair_up(passage: Passage) -> zip[tuple[frozenset[str], frozenset[str]]]:
    """Return the concepts of each clause of a passage with those of the next, none for the last."""
    return zip(passage.concepts, (*passage.concepts[1:], NOTHING), strict=True)


def find_groups(passage: Passage) -> frozenset[str]:
    """Return the groups of children that a passage names, and that of its area."""
    names = frozenset(name for names in passage.concepts for name in names if name[0] == GROUP)
    return names | group_of_area(passage.paragraph.area)


def which_groups(texts: Sequence[frozenset[str]]) -> Floats:
    """Return (texts, g): 1 for the groups of children that each text is about."""
    rows = [[name in groups for name in list_groups()] for groups in texts]
    return np.array(rows, np.float32).reshape(len(texts), len(list_groups()))
