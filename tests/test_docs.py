"""Documents, the Makefile and the comments of the code name files, modules and tests that exist."""

from __future__ import annotations

import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from tests.source_tree import (
    PACKAGES,
    ROOT,
    SourceFile,
    defined_names,
    docstrings,
    imported_names,
    source_files,
)

DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "Makefile")
)
FILES = source_files(*PACKAGES, "tests")

TOP = "corpus|index|search|web|tests|docs"
SUFFIXES = "py|md|toml|csv|txt|jsonl|html|xml|css|js"
# A path from the root or from within a package; not part of a longer path, or of an address.
PATH = re.compile(
    rf"(?<![\w/.\-:\\])(?:(?:{TOP})/[\w./*-]*[\w*/]|(?:[\w-]+/)*[\w-]+\.(?:{SUFFIXES}))(?![\w/.-]*\w)"
)
DOTTED = re.compile(rf"(?<![\w/.\-])(?:{TOP})(?:\.[A-Za-z_]\w*)+(?![\w/]|\.\w)")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
CONSTANT = re.compile(r"`([A-Z][A-Z_]+)` in `([\w/]+\.py)`")
TEST = re.compile(r"`((?:[\w/]+\.py)?)::(test_\w+)`")
PLACEHOLDER = re.compile(r"(?<![A-Za-z])(X|NAME|FILE|ID|PATH|PACKAGE)(?![a-z])")

# Names of files that are not the project's, and whose they are.
NOT_OURS = {
    "corrections.toml": "A curator's corrections lie in it, beside the index.",
    "needs.jsonl": "The judged needs over real paragraphs lie in ../shared.",
    "score_themes.py": "The scores over real reports are computed by tools in ../shared.",
    **dict.fromkeys(
        ("inspectorates/scales.toml", "inspectorates/play-scheme.toml", "marram-bay.md"),
        "The page on frameworks says what is in it.",
    ),
    "robots.txt": "It is an address of the service, made when it is asked for.",
}


@cache
def present() -> frozenset[str]:
    """Return the paths of the files that git does not ignore, and of the folders they lie in."""
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True,
        text=True,
        check=True,
    )
    files = [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    folders = {parent.as_posix() for name in files for parent in Path(name).parents}
    return frozenset({*files, *folders})


def prose(file: SourceFile) -> Iterator[str]:
    """Yield the docstrings and comments of a file."""
    yield from (text for _, text in docstrings(file))
    for token in tokenize.generate_tokens(io.StringIO(file.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def missing_paths(text: str, names: frozenset[str]) -> set[str]:
    """Return the paths in a text that no file or folder has.

    A path that begins in a folder of the root is whole, another may be the end of one.
    """
    return {
        path
        for path in (match[0].rstrip("/") for match in PATH.finditer(text))
        if path not in NOT_OURS and not PLACEHOLDER.search(path)
        if not any(fnmatch(name, path) or name.endswith(f"/{path}") for name in names)
    }


def missing_modules(text: str) -> set[str]:
    """Return the dotted names in a text that are no module, and nothing in one."""
    return {match[0] for match in DOTTED.finditer(text) if not is_defined(match[0])}


@cache
def is_defined(dotted: str) -> bool:
    """Return whether a dotted name is a module, or is defined in one. Nothing is imported: the
    benchmark needs packages that the tests do not.
    """
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        names = [file for file in FILES if file.name == ".".join(parts[:length])]
        if names:
            return set(parts[length:]) <= top_names(names[0])
    return False


def top_names(file: SourceFile) -> set[str]:
    """Return the names that a file defines or imports by name."""
    imported = {name.rpartition(".")[2] for name in imported_names(file)}
    return imported | {name for _, name in defined_names(file)}


def missing_links(document: str, text: str) -> set[str]:
    """Return the targets of a document's links that do not exist."""
    folder = (ROOT / document).parent
    return {target for target in LINK.findall(text) if not (folder / target).exists()}


def missing_constants(text: str) -> set[str]:
    """Return the constants that a text says are in a module, and are not."""
    return {
        f"{constant} in {path}"
        for constant, path in CONSTANT.findall(text)
        if not re.search(rf"^{constant}\b", text_of(path), re.MULTILINE)
    }


def missing_tests(text: str) -> set[str]:
    """Return the tests that a text names and that are not there: `path::test`, or `::test` in the
    file named last.
    """
    missing, path = set(), ""
    for named_path, test in TEST.findall(text):
        path = named_path or path
        if f"def {test}(" not in text_of(path):
            missing.add(f"{path}::{test}")
    return missing


def text_of(path: str) -> str:
    """Return the text of the file that a path ends in, "" where there is none."""
    names = (name for name in sorted(present()) if name == path or name.endswith(f"/{path}"))
    return next(((ROOT / name).read_text(encoding="utf-8") for name in names), "")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_names_what_exists(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    assert missing_paths(text, present()) == set()
    assert missing_modules(text) == set()
    assert missing_links(document, text) == set()
    assert missing_constants(text) == set()
    assert missing_tests(text) == set()


def test_comments_and_docstrings_name_what_exists():
    missing = {}
    for file in FILES:
        text = "\n".join(prose(file))
        names = missing_paths(text, present()) | missing_modules(text)
        if names:
            missing[file.path] = names
    assert missing == {}


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("see `search/engine.py` and `docs/`", set()),
        ("see DESIGN.md", {"DESIGN.md"}),
        ("`engine.py` in `search/view.py`", {"search/view.py"}),
        ("`index/engine.py`", {"index/engine.py"}),
        ("`tests/*/test_*.py`", set()),
        ("`../shared/corpus/x.py`, `corpus/frameworks/X.py`, /search.csv, a.b/search/x.py", set()),
    ],
)
def test_a_path_that_is_missing_is_reported(text, missing):
    names = frozenset({"search/engine.py", "docs", "tests/web/test_docs.py"})
    assert missing_paths(text, names) == missing


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("`search.service.search`, `python -m tests.bench.served`", set()),
        ("`search.view`", {"search.view"}),
        ("`search.service.answer`", {"search.service.answer"}),
        ("research.py, search.", set()),
    ],
)
def test_a_module_that_is_missing_is_reported(text, missing):
    assert missing_modules(text) == missing


def test_a_link_a_constant_and_a_test_that_are_missing_are_reported():
    assert missing_links("README.md", "[x](docs/speed.md#top) [y](speed.md)") == {"speed.md"}
    assert missing_constants("`PACKAGES` in `tests/source_tree.py`") == set()
    assert missing_constants("`MOST` in `source_tree.py`") == {"MOST in source_tree.py"}
    text = "`tests/test_docs.py::test_a_document_names_what_exists`, `::test_of_nothing`"
    assert missing_tests(text) == {"tests/test_docs.py::test_of_nothing"}


def test_each_foreign_file_has_its_reason():
    assert all(re.fullmatch(r"[A-Z].+\.", reason) for reason in NOT_OURS.values())
