"""The project's habits: import direction, small modules, a first line that says what each is."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ("corpus", "index", "search", "web")
MODULES = sorted(path for package in ORDER for path in (ROOT / package).rglob("*.py"))
HOMES = {"whoosh": {"index", "search"}, "flask": {"web"}, "pypdfium2": {"corpus"}}
LONGEST = 300


def imported(path: Path) -> set[str]:
    """The top-level names that a module imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add((node.module or "").split(".")[0])
    return names


def package(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def wrong_imports(home: str, names: set[str]) -> set[str]:
    later = set(ORDER[ORDER.index(home) + 1 :]) | {"tests"}
    strangers = {name for name, homes in HOMES.items() if home not in homes}
    return names & (later | strangers)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_one_way(path):
    assert wrong_imports(package(path), imported(path)) == set()


@pytest.mark.parametrize(
    ("home", "names", "wrong"),
    [
        ("corpus", {"index"}, {"index"}),
        ("index", {"corpus", "whoosh", "search"}, {"search"}),
        ("search", {"corpus", "index", "whoosh", "flask"}, {"flask"}),
        ("web", {"corpus", "index", "search", "flask"}, set()),
        ("web", {"whoosh", "tests"}, {"whoosh", "tests"}),
    ],
)
def test_an_import_against_the_direction_is_found(home, names, wrong):
    assert wrong_imports(home, names) == wrong


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_small_and_says_what_it_knows(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert (ast.get_docstring(ast.parse(text)) or "").split("\n")[0].endswith((".", ":"))
