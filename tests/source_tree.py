"""The project's Python files, parsed once, for the tests that guard its habits."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("corpus", "index", "search", "web")


@dataclass(frozen=True)
class SourceFile:
    """A Python file: its path from the root, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The dotted name that imports the module: `corpus.layout` for its `__init__.py`."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def folder(self) -> str:
        """The folder that holds the file, from the root."""
        return self.path.rpartition("/")[0]

    @property
    def is_init(self) -> bool:
        """Whether the file stands for its folder."""
        return self.path.endswith("__init__.py")


def parse_source(path: str, text: str) -> SourceFile:
    """Return the file of a text. Raise SyntaxError where it is not Python."""
    return SourceFile(path, text, ast.parse(text))


@cache
def source_files(*folders: str) -> tuple[SourceFile, ...]:
    """Return the Python files below folders of the repository, by path."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(
        parse_source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
    )


def is_below(path: str, folders: Collection[str]) -> bool:
    """Return whether a path is one of `folders` and files, or lies in one of them."""
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)


def imported_names(file: SourceFile) -> set[str]:
    """Return the dotted names that a file imports anywhere in it: `a.b` for `from a import b`.

    A relative import keeps its dots, and so is the name of no module.
    """
    names = set()
    for node in ast.walk(file.tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            names |= {f"{origin}.{alias.name}" for alias in node.names}
    return names


def docstrings(file: SourceFile) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of every docstring of a file."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(file.tree):
        if isinstance(node, kinds) and (text := ast.get_docstring(node)):
            yield node.body[0].lineno, text


def defined_names(file: SourceFile) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of everything that a file names itself: functions, classes,
    arguments, variables, attributes and aliases of imports.
    """
    for node in ast.walk(file.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr
        elif isinstance(node, ast.alias) and node.asname:
            yield node.lineno, node.asname
