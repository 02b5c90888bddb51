"""Imports within `index` run one way, from later layers to earlier ones."""

import ast
from pathlib import Path

import pytest

INDEX = Path(__file__).parent.parent.parent / "index"
# Each layer imports from earlier ones alone, and from the modules of its own folder.
LAYERS = (
    ("errors", "facets", "analysis"),
    ("segments",),
    ("contents",),
    ("whoosh",),
    ("vectors",),
    ("directory", "lock", "merge_policy", "columns"),
    ("commit", "snapshot"),
    ("writer", "reclaim"),
    ("collection", "recovery"),
    ("backup", "status"),
)
LAYER = {name: number for number, layer in enumerate(LAYERS) for name in layer}
MODULES = sorted(path for path in INDEX.rglob("*.py") if path.stem != "__init__")


def imported(path):
    """The modules of `index` that a module imports, and `whoosh` where it imports that."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
            if node.module == "index":
                names = [f"index.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] in ("index", "whoosh"))


def test_every_module_has_a_layer():
    assert {path.relative_to(INDEX).parts[0].removesuffix(".py") for path in MODULES} == set(LAYER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(INDEX)))
def test_imports_run_from_later_layers_to_earlier_ones(path):
    home = path.relative_to(INDEX).parts[0].removesuffix(".py")
    for name in imported(path):
        if name.startswith("whoosh"):
            assert home == "whoosh", f"{path} imports {name}"
        else:
            target = name.split(".")[1]
            is_own = target == home and path.parent != INDEX
            assert is_own or LAYER[target] < LAYER[home], f"{path} imports {name}"
