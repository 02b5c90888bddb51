"""The frameworks, scales and themes that this process knows, and the values of each closed set.

Ours come with the package; those of one's own from the folder that EVIDENCE_FRAMEWORKS names.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.datafile import FOLDER_VARIABLE, own_folder, own_themes_file
from corpus.frameworks.framework import Framework
from corpus.frameworks.library import FALLBACK, load_library
from corpus.frameworks.scale import Grade, Scale
from corpus.lazy import lazy_property
from corpus.model import AREAS, KINDS, POLARITIES, THEMES, Choice


@dataclass(frozen=True, eq=False)
class Registry:
    """The frameworks, in the order in which a title is compared with them; scales; and themes."""

    frameworks: tuple[Framework, ...]
    scales: tuple[Scale, ...]
    themes: tuple[Choice, ...] = THEMES

    @lazy_property
    def framework(self) -> Mapping[str, Framework]:
        """The frameworks by key."""
        return {framework.key: framework for framework in self.frameworks}

    @lazy_property
    def scale(self) -> Mapping[str, Scale]:
        """The scales by key."""
        return {scale.key: scale for scale in self.scales}

    @lazy_property
    def grades(self) -> tuple[Grade, ...]:
        """The grades of all scales, one after the other from best to worst, each word once."""
        grades = {g.key: g for scale in reversed(self.scales) for g in scale.grades}
        in_order = dict.fromkeys(g.key for scale in self.scales for g in scale.grades)
        return tuple(grades[key] for key in in_order)

    def find_grade(self, grade: str | None, scale: str | None = None) -> Grade | None:
        """Return the grade of a scale, else of the first that has its word; None for none such.

        Where the scale is known, a word that it does not have is none.
        """
        return self._grade_of.get((scale if scale in self.scale else None, grade))

    @lazy_property
    def _grade_of(self) -> Mapping[tuple[str | None, str | None], Grade]:
        by_word = {(None, grade.key): grade for grade in self.grades}
        return by_word | {(s.key, grade.key): grade for s in self.scales for grade in s.grades}

    @lazy_property
    def choices(self) -> Mapping[str, tuple[Choice, ...]]:
        """The values that are known of each field that has a set of them, in the order shown."""
        return {
            "theme": self.themes,
            "grade": self.grades,
            "report_grade": self.grades,
            "authority_grade": self.grades,
            "area": AREAS,
            "framework": tuple(sorted(self.frameworks, key=lambda f: (f.is_fallback, f.listed))),
            "scale": self.scales,
            "kind": KINDS,
            "polarity": POLARITIES,
        }

    @lazy_property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """The label of each value of the fields that have a set of them."""
        return {field: {c.key: c.label for c in self.choices[field]} for field in self.choices}

    @lazy_property
    def grade_words(self) -> frozenset[str]:
        """All words that are printed for a grade of any scale, in lower case."""
        grades = (grade for scale in self.scales for grade in scale.grades)
        return frozenset(word for grade in grades for word in grade.words)

    @property
    def fallback(self) -> Framework:
        """The framework of the reports whose title names none."""
        return self.framework[FALLBACK]

    @lazy_property
    def outcome_labels(self) -> Mapping[tuple[str, int], str]:
        """The label of each outcome, by its framework's key and its number."""
        return {(f.key, o.number): o.label for f in self.frameworks for o in f.outcomes}

    @lazy_property
    def outcome_numbers(self) -> tuple[int, ...]:
        """The numbers that an outcome of any framework has."""
        return tuple(sorted({number for _, number in self.outcome_labels}))

    def recognise_framework(self, *texts: str) -> Framework:
        """Return the framework that the first of some texts names which names one, else the
        fallback.
        """
        for text in texts:
            for framework in self.frameworks:
                if framework.is_named_in(text):
                    return framework
        return self.fallback

    def recognise_cover(self, lines: Iterable[str], publisher: str | None = None) -> Framework:
        """Return the framework that a line of a cover, or a cell of a table on it, tells, else the
        fallback; of those of a publisher where one is given.
        """
        lines = list(lines)
        for framework in self.frameworks:
            is_of_publisher = publisher is None or framework.publisher == publisher
            if is_of_publisher and any(map(framework.is_known_by, lines)):
                return framework
        return self.fallback


class RegistryOfProcess:
    """The registry of this process, loaded when it is first asked for."""

    def __init__(self) -> None:
        self.loaded: Registry | None = None

    def __call__(self) -> Registry:
        """Return the registry. Raise DataError where a file holds a mistake."""
        if self.loaded is None:
            library, file = load_library(own_folder()), own_themes_file()
            themes = (*THEMES, *(list_themes(file) if file else ()))
            self.loaded = Registry(library.frameworks, library.scales, themes)
        return self.loaded

    def use_folder(self, folder: str) -> None:
        """Take frameworks from a folder too, here and in the processes that this one starts; from
        none with "". Raise DataError where a file of it holds a mistake.
        """
        folder = str(Path(folder).absolute()) if folder else ""
        if folder != os.environ.get(FOLDER_VARIABLE, ""):
            os.environ[FOLDER_VARIABLE] = folder
            self.loaded = None
        self()


def list_themes(file: Path) -> Iterator[Choice]:
    """Yield the themes of a file of one's own. Raise DataError where it holds a mistake.

    What tags by them is imported only where there are some: it takes as long as all else here.
    """
    from corpus.tagging.lexicon import load_own_themes

    for theme in load_own_themes(file):
        yield Choice(theme.name, theme.label or theme.name)


registry = RegistryOfProcess()


def label(field: str, value: str) -> str:
    """Return the label of a field's value: the value itself where none is known."""
    return registry().labels.get(field, {}).get(value, value)


def outcome_label(framework: str, outcome: int | None) -> str | None:
    """Return the label of an outcome of a framework: its number where none is known."""
    return registry().outcome_labels.get((framework, outcome), str(outcome)) if outcome else None
