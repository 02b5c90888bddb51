"""The grade of each paragraph: that of its judgement, else the overall grade of its report."""

from __future__ import annotations

import numpy as np

from corpus.characters import caseless
from corpus.lazy import lazy_property
from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.facet_order import sort_key_of


class ParagraphGrades:
    """The grades of a snapshot's paragraphs; one for all threads, see `paragraph_grades`."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._names, self._codes = snapshot.codes("grade")
        self._report_of, self._alive = snapshot.columns.report_of, snapshot.alive
        self._overall = [snapshot.facts(row).overall for row in range(len(snapshot.columns.dates))]

    @lazy_property
    def names(self) -> tuple[str | None, ...]:
        """The grades that paragraphs and reports have, as they are listed, behind None."""
        names = {*self._names, *self._overall} - {None}
        return (None, *sorted(filter(None, names), key=sort_key_of("grade")))

    @lazy_property
    def codes(self) -> Array:
        """The grade of each paragraph as a place in `names`, int16 (size); 0 for none."""
        place_of = {name: place for place, name in enumerate(self.names)}
        own = np.array([place_of[name] for name in self._names], np.int16)[self._codes]
        overall = np.array([place_of[grade] for grade in self._overall], np.int16)
        return np.where(own > 0, own, overall[self._report_of]) if len(overall) else own

    @property
    def living(self) -> tuple[str, ...]:
        """The grades that paragraphs have which are not deleted."""
        codes = self.codes if self._alive is None else self.codes[self._alive]
        return tuple(name for code in np.unique(codes).tolist() if (name := self.names[code]))

    def mask(self, grade: str) -> Array:
        """Return the paragraphs with a grade, in any case, bool (size)."""
        wanted = caseless(grade)
        codes = [code for code, name in enumerate(self.names) if name and caseless(name) == wanted]
        mask: Array = np.isin(self.codes, codes)
        return mask


def paragraph_grades(snapshot: Snapshot) -> ParagraphGrades:
    """Return the grades of a snapshot's paragraphs, computed once."""
    grades: ParagraphGrades = snapshot.compute_once("paragraph_grades", ParagraphGrades)
    return grades
