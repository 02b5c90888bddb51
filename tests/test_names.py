"""Names tell what a thing is, no two classes share one, docstrings have one verb form, and each
helper exists once.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Collection, Iterable

import pytest

from tests.source_tree import (
    PACKAGES,
    SourceFile,
    defined_names,
    docstrings,
    parse_source,
    source_files,
)

# Participles that were names of many things, and so of none.
VAGUE_NAMES = {"found", "told", "said", "held", "made"}

# Docstrings are imperative: "Return ...". Ruff (D401) checks functions for every verb; this also
# checks classes, modules and tests, for the verbs that they had.
OTHER_VERB_FORMS = {"Returns", "Yields", "Raises", "Gives", "Tells", "Says"}

# What the project has once, so that nobody writes or imports a second of it.
INSTEAD_OF = {
    "OrderedDict": "cachetools.LRUCache",
    "cached_property": "corpus.lazy.lazy_property",
    "edit_distance": "rapidfuzz.distance.OSA",
}


def vague_names(file: SourceFile) -> list[tuple[int, str]]:
    """Return the line and the name of whatever is called by a vague participle."""
    return sorted(
        (line, name) for line, name in defined_names(file) if name.strip("_").lower() in VAGUE_NAMES
    )


def wrong_verb_forms(file: SourceFile) -> list[tuple[int, str]]:
    """Return the line and the first word of each docstring that is not imperative."""
    words = ((line, text.split(maxsplit=1)[0]) for line, text in docstrings(file))
    return [(line, word) for line, word in words if word in OTHER_VERB_FORMS]


def second_helpers(file: SourceFile) -> set[str]:
    """Return what a file names that the project has another of."""
    names = set()
    for node in ast.walk(file.tree):
        if isinstance(node, ast.alias):
            names.add(node.name.rpartition(".")[2])
        elif isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
    return names & INSTEAD_OF.keys()


def shared_class_names(files: Iterable[SourceFile]) -> dict[str, list[str]]:
    """Return the names that several classes have, with the paths of their files."""
    paths = defaultdict(list)
    for file in files:
        for node in ast.walk(file.tree):
            if isinstance(node, ast.ClassDef):
                paths[node.name].append(file.path)
    return {name: places for name, places in paths.items() if len(places) > 1}


@pytest.mark.parametrize(
    ("violations", "folders"),
    [
        (vague_names, (*PACKAGES, "tests")),
        (wrong_verb_forms, (*PACKAGES, "tests")),
        (second_helpers, PACKAGES),
    ],
)
def test_no_file_breaks_a_rule_of_names(violations, folders: Collection[str]):
    files = source_files(*folders)
    assert {file.path: names for file in files if (names := violations(file))} == {}


def test_no_two_classes_share_a_name():
    assert shared_class_names(source_files(*PACKAGES)) == {}


@pytest.mark.parametrize(
    ("violations", "text", "expected"),
    [
        (vague_names, "found = 1", [(1, "found")]),
        (vague_names, "class Told: ...", [(1, "Told")]),
        (vague_names, "def said(): ...", [(1, "said")]),
        (vague_names, "def f(*, held): ...", [(1, "held")]),
        (vague_names, "self._made = 1", [(1, "_made")]),
        (vague_names, "for found, x in y: ...", [(1, "found")]),
        (vague_names, "from index import status as held", [(1, "held")]),
        (vague_names, "found_by = found.made(held=told)", []),
        (wrong_verb_forms, '"""Tells x."""', [(1, "Tells")]),
        (wrong_verb_forms, 'def f():\n    """Returns x."""', [(2, "Returns")]),
        (wrong_verb_forms, 'class A:\n    """Says\n    so."""', [(2, "Says")]),
        (wrong_verb_forms, 'def f():\n    """Return what it returns."""', []),
        (second_helpers, "from collections import OrderedDict", {"OrderedDict"}),
        (second_helpers, "import functools\n@functools.cached_property\ndef f(): ...", {"cached_property"}),
        (second_helpers, "from nltk import edit_distance as distance", {"edit_distance"}),
        (second_helpers, "from rapidfuzz.distance import OSA", set()),
    ],
)  # fmt: skip
def test_a_broken_rule_is_reported(violations, text, expected):
    assert violations(parse_source("web/a.py", text)) == expected


def test_a_shared_class_name_is_reported():
    files = [
        parse_source("index/a.py", "class Page: ...\nclass Lock: ..."),
        parse_source("web/a.py", "def f():\n    class Page: ..."),
    ]
    assert shared_class_names(files) == {"Page": ["index/a.py", "web/a.py"]}
