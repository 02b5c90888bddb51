"""The files show the design: small folders and modules that say what is in them, and tests that
mirror them. `tests/test_imports.py` and `tests/test_names.py` guard the other habits.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

import pytest

from tests.source_tree import PACKAGES, SourceFile, is_below, parse_source, source_files

MAX_MODULES_PER_FOLDER = 16
MAX_LINES_PER_MODULE = 300

FILES = source_files(*PACKAGES)
TEST_FILES = [
    file
    for file in source_files(*(f"tests/{package}" for package in PACKAGES))
    if PurePosixPath(file.path).name.startswith("test_")
]

# Modules with logic whose promises are tested elsewhere, and where.
WITHOUT_TEST_OF_ITS_NAME: dict[str, str] = {
    "web/__init__.py": "Every test of pages and API uses the application that it makes.",
    "corpus/formats/recognised.py": "Its records are kept by `tests/index/supplements/test_kept_recognition.py`.",
    "web/server/request_engine.py": "`tests/reliability/test_readers.py` shows that a page is of one commit.",
    "index/segments/inverted.py": "`tests/index/segments/test_reader.py` reads postings of segments.",
    "index/safety/backup.py": "Its promises are those of `tests/reliability/test_backup.py`.",
    "search/local/wording/result.py": "The conformance suite asks for usage and phrases of random results.",
    "search/local/wording/similar.py": "Its promises are those of `tests/search/engines/test_wording.py`.",
    "search/local/wording/usage.py": "Its promises are those of `tests/search/engines/test_wording.py`.",
}

# Tests below `tests/PACKAGE`, and folders of them, that are of more than one module, or of what is
# not a module.
WITHOUT_MODULE_OF_ITS_NAME: dict[str, str] = {
    "tests/corpus/test_hostile_files.py": "It gives files that are made to take long to workers.",
    "tests/corpus/formats/test_fuzz.py": "It gives damaged files to the readers of all formats.",
    "tests/corpus/frameworks/test_imitations.py": "It reads imitated reports of several frameworks.",
    "tests/corpus/frameworks/test_invented_reports.py": "It reads a report of each of their files.",
    "tests/corpus/frameworks/test_other_inspectorates.py": "It reads a report of each of their files.",
    "tests/corpus/test_samples.py": "It compares what is read of the samples with a person's reading.",
    "tests/search/engines": "The conformance suite asks every engine the same questions.",
    "tests/search/language/test_language_page.py": "It tries every query in docs/query-language.md.",
    "tests/search/test_needs.py": "It asks the judged needs of the whole service.",
    "tests/web/browser": "It looks at the pages in a browser, and uses them as a person does.",
    "tests/web/test_docs.py": "It compares docs/command.md and docs/api.md with what they describe.",
    "tests/web/test_frameworks_page.py": "It follows docs/frameworks.md to the letter.",
    "tests/web/test_groups.py": "It filters by a group on pages, in the API, exports and feeds.",
    "tests/web/test_leads.py": "It finds items of lists on pages, in the API, the command and wording.",
    "tests/web/test_section_themes.py": "It narrows themes on pages, in the API, exports and the command.",
    "tests/web/test_one_table.py": "It compares everything that is derived from the tables of facets and choices.",
}


def crowded_folders(files: Iterable[SourceFile]) -> dict[str, int]:
    """Return the folders that have too many modules of their own, and how many."""
    counts = Counter(file.folder for file in files if not file.is_init)
    return {folder: count for folder, count in counts.items() if count > MAX_MODULES_PER_FOLDER}


def folders_without_sentence(files: Iterable[SourceFile]) -> set[str]:
    """Return the folders whose `__init__` does not say in one sentence what they are for."""
    files = list(files)
    folders = {file.folder for file in files}
    return folders - {file.folder for file in files if file.is_init and is_one_sentence(file)}


def is_one_sentence(file: SourceFile) -> bool:
    """Return whether the docstring is one sentence; `a.b` within it does not end it."""
    return bool(re.fullmatch(r"(?s)[^.]+(\.\w[^.]*)*\.", ast.get_docstring(file.tree) or ""))


def is_small(file: SourceFile) -> bool:
    return len(file.text.splitlines()) <= MAX_LINES_PER_MODULE


def has_first_line(file: SourceFile) -> bool:
    """Return whether the docstring's first line is a sentence, or leads into a list."""
    return (ast.get_docstring(file.tree) or "").split("\n")[0].endswith((".", ":"))


def has_logic(file: SourceFile) -> bool:
    """Return whether a function of the file has more than a docstring and `...`."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = (node for node in ast.walk(file.tree) if isinstance(node, kinds))
    return any(not is_constant(statement) for node in functions for statement in node.body)


def is_constant(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def mirrors(test: SourceFile, module: SourceFile) -> bool:
    """Return whether a test file has the place and name of a module, or its name and an aspect
    of it: `tests/X/test_NAME.py` and `tests/X/test_NAME_order.py` mirror `X/NAME.py`.

    What is in `X/__init__.py` is tested in `tests/X/test_X.py`.
    """
    name = PurePosixPath(test.path).stem.removeprefix("test_")
    module_name = module.name.rpartition(".")[2]
    if test.folder != f"tests/{module.folder}":
        return False
    has_aspect = name.startswith(f"{module_name}_") and not module.is_init
    return name == module_name or has_aspect


def modules_without_test(modules: list[SourceFile], tests: list[SourceFile]) -> set[str]:
    return {
        module.path
        for module in modules
        if has_logic(module) and not any(mirrors(test, module) for test in tests)
    }


def files_without_module(modules: list[SourceFile], tests: list[SourceFile]) -> set[str]:
    return {test.path for test in tests if not any(mirrors(test, module) for module in modules)}


def test_no_folder_is_crowded():
    assert crowded_folders(FILES) == {}


def test_each_folder_says_in_a_sentence_what_it_is_for():
    assert folders_without_sentence(FILES) == set()


def test_each_module_is_small_and_its_first_line_says_what_it_is():
    assert [file.path for file in FILES if not is_small(file)] == []
    assert [file.path for file in FILES if not has_first_line(file)] == []


def test_each_module_with_logic_has_a_test_of_its_name_or_a_reason():
    missing = modules_without_test(FILES, TEST_FILES)
    assert missing - WITHOUT_TEST_OF_ITS_NAME.keys() == set()


def test_each_test_file_has_the_name_of_a_module_or_a_reason():
    missing = files_without_module(FILES, TEST_FILES)
    assert {path for path in missing if not is_below(path, WITHOUT_MODULE_OF_ITS_NAME)} == set()


def test_no_reason_outlives_its_cause():
    modules, tests = (
        modules_without_test(FILES, TEST_FILES),
        files_without_module(FILES, TEST_FILES),
    )
    assert WITHOUT_TEST_OF_ITS_NAME.keys() - modules == set()
    unused = {
        path
        for path in WITHOUT_MODULE_OF_ITS_NAME
        if not any(is_below(test, [path]) for test in tests)
    }
    assert unused == set()


@pytest.mark.parametrize("reasons", [WITHOUT_TEST_OF_ITS_NAME, WITHOUT_MODULE_OF_ITS_NAME])
def test_each_reason_is_a_sentence(reasons):
    assert [path for path, reason in reasons.items() if not re.match(r"[A-Z`].+\.$", reason)] == []


def test_a_crowded_folder_is_reported():
    files = [parse_source(f"web/pages/module_{n}.py", "") for n in range(17)]
    assert crowded_folders(files) == {"web/pages": 17}
    assert crowded_folders([*files[:16], parse_source("web/pages/__init__.py", "")]) == {}


@pytest.mark.parametrize(
    ("docstring", "expected"),
    [
        ("A plan to its answer.", True),
        ("A plan to its answer, see search.local.", True),
        ("A plan to its answer. It has parts.", False),
        ("A plan to its answer", False),
        ("", False),
    ],
)
def test_one_sentence_is_told_from_none_and_from_more(docstring, expected):
    files = [
        parse_source("web/a/__init__.py", f'"""{docstring}"""'),
        parse_source("web/a/b.py", ""),
    ]
    assert (folders_without_sentence(files) == set()) == expected


def test_a_folder_without_init_is_reported():
    assert folders_without_sentence([parse_source("web/a/b.py", '"""A b."""')]) == {"web/a"}


def test_a_long_module_and_one_without_first_line_are_reported():
    assert is_small(parse_source("web/a.py", "\n" * 300))
    assert not is_small(parse_source("web/a.py", "\n" * 301))
    assert has_first_line(parse_source("web/a.py", '"""What it is.\n\nMore."""'))
    assert not has_first_line(parse_source("web/a.py", '"""What it\nis."""'))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X = 1\nclass A(Error):\n    '''An error.'''", False),
        ("class A(Protocol):\n    def f(self):\n        '''Return x.'''\n        ...", False),
        ("def f():\n    '''Return x.'''\n    return x", True),
        ("class A:\n    async def f(self):\n        await x", True),
    ],
)
def test_logic_is_told_from_records_and_protocols(text, expected):
    assert has_logic(parse_source("web/a.py", text)) == expected


@pytest.mark.parametrize(
    ("test", "module", "expected"),
    [
        ("tests/web/test_a.py", "web/a.py", True),
        ("tests/web/test_a_order.py", "web/a.py", True),
        ("tests/web/test_about.py", "web/a.py", False),
        ("tests/web/test_a.py", "web/pages/a.py", False),
        ("tests/web/pages/test_pages.py", "web/pages/__init__.py", True),
        ("tests/web/pages/test_pages_order.py", "web/pages/__init__.py", False),
    ],
)
def test_a_test_mirrors_one_place_and_name(test, module, expected):
    assert mirrors(parse_source(test, ""), parse_source(module, "")) == expected


def test_a_module_without_test_and_a_test_without_module_are_reported():
    modules = [parse_source("web/a.py", "def f(): return 1"), parse_source("web/b.py", "X = 1")]
    tests = [parse_source("tests/web/test_c.py", "")]
    assert modules_without_test(modules, tests) == {"web/a.py"}
    assert files_without_module(modules, tests) == {"tests/web/test_c.py"}
