"""Imports run one way, and each library and each part of the index is used in its own room."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.source_tree import (
    PACKAGES,
    SourceFile,
    imported_names,
    is_below,
    parse_source,
    source_files,
)

FILES = source_files(*PACKAGES)

# The stages of each package in the order that data passes them. A room (a module or a folder of
# the package) imports rooms of earlier stages only, not those beside it in its own stage.
STAGES = {
    "corpus": (
        "characters",
        "cores errors lazy model patterns regular_files toml worker_limits",
        "contract datafile folders formats reading_pool",
        "frameworks layout tagging",
        "registry",
        "understanding",
        "catalogue reading",
        "corrections recognition report_reader",
        "fetching",
    ),
    "index": (
        "analysis errors grade_history",
        "facets",
        "segments",
        "contents",
        "whoosh",
        "vectors",
        "columns directory lock merge_policy registry",
        "commit snapshot supplements",
        "reclaim writer",
        "collection",
        "editing safety status",
    ),
    "search": (
        "budget errors model records word_lists",
        "choices facet_order sentences",
        "language",
        "filter_values typed_fields",
        "groups",
        "engine",
        "local present",
        "authorities wording",
        "followup",
        "service",
    ),
    "web": (
        "citations doubts errors parameters quantity reasons",
        "address",
        "cli links settings",
        "server",
        "pages",
        "api commands",
        "app",
    ),
}

# Where a library may be imported.
LIBRARIES = {
    "whoosh": ("index/whoosh", "search/language/nodes.py", "search/local/evaluate.py"),
    "flask": ("web",),
    "nltk": ("index/analysis.py",),
    "numpy": (
        "corpus/tagging",
        "corpus/formats/pdf",
        "corpus/layout",
        "index",
        "search/followup",
        "search/local",
    ),
    "pypdfium2": ("corpus/formats",),
    "lxml": ("corpus/formats",),
    "click": ("web",),
    "httpx": ("corpus/fetching",),
    "protego": ("corpus/fetching/client.py",),
    "watchfiles": ("web/commands/watching/events.py",),
    "openpyxl": ("corpus/catalogue/table.py", "web/pages/files/workbooks.py"),
    "rich": ("web/cli.py", "web/commands"),
    "granian": ("web/server",),
    "pebble": ("corpus/reading_pool.py",),
    "rapidfuzz": ("search",),
    "prometheus_client": ("web/server",),
}

# What of the index is imported outside it: no snapshot and no arrays, but in `search/local`, which
# answers from them. The longest path that a file lies below counts.
INDEX_SEAM = {
    "search": ("index.analysis", "index.facets", "index.grade_history"),
    "search/local": ("index",),
    "web": ("index.errors", "index.facets", "index.grade_history"),
    "web/commands": (  # commands that make, keep and check an index; they ask it no question
        "index.supplements",
        "index.editing",
        "index.errors",
        "index.facets",
        "index.safety",
        "index.registry",
        "index.status",
        "index.writer",
    ),
}

# Where an engine is chosen and opened; all others are given one.
ENGINE_OPENED = {
    "web/commands/doubts.py": "It lists the doubts of the reports, which an engine knows.",
    "web/commands/follow.py": "A command opens the index for its one question.",
    "web/commands/search.py": "A command opens the index for its one question.",
    "web/commands/status.py": "It names the ids of the reports, which an engine knows.",
    "web/server/request_engine.py": "A server opens each commit once for all its requests.",
    "web/server/worker.py": "A process opens the newest commit before its first request.",
}

# Files that import a later stage of their package.
LATER_STAGES_IMPORTED = {
    "web/server/worker.py": "It is the process that serves the application, which it makes.",
}


def is_part_of(name: str, module: str) -> bool:
    """Return whether a dotted name is a module, or lies in it."""
    return name == module or name.startswith(f"{module}.")


def imports_of_later_packages(file: SourceFile) -> set[str]:
    package = file.path.split("/")[0]
    later = {*PACKAGES[PACKAGES.index(package) + 1 :], "tests", ""}
    return {name for name in imported_names(file) if name.split(".")[0] in later}


def imports_of_later_stages(file: SourceFile) -> set[str]:
    package, _, rest = file.name.partition(".")
    room = rest.split(".")[0]
    if not room or file.path in LATER_STAGES_IMPORTED:  # a package's `__init__` is above its rooms
        return set()
    allowed = {room, *earlier_rooms(package, room)}
    return {
        name
        for name in imported_names(file)
        if is_part_of(name, package) and name.split(".")[1:2] not in [[room] for room in allowed]
    }


def earlier_rooms(package: str, room: str) -> set[str]:
    """Return the rooms of the stages before that of a room. Raise LookupError where it has none."""
    earlier: set[str] = set()
    for rooms in map(str.split, STAGES[package]):
        if room in rooms:
            return earlier
        earlier.update(rooms)
    raise LookupError(f"say in STAGES which stage {package}.{room} is")


def misplaced_libraries(file: SourceFile) -> set[str]:
    libraries = {name.split(".")[0] for name in imported_names(file)} & LIBRARIES.keys()
    return {library for library in libraries if not is_below(file.path, LIBRARIES[library])}


def imports_past_the_seam(file: SourceFile) -> set[str]:
    paths = [path for path in INDEX_SEAM if is_below(file.path, [path])]
    if not paths:
        return set()
    allowed = INDEX_SEAM[max(paths, key=len)]
    return {
        name
        for name in imported_names(file)
        if is_part_of(name, "index") and not any(is_part_of(name, module) for module in allowed)
    }


def opens_an_engine(file: SourceFile) -> bool:
    outside = not is_below(file.path, ["search/local", *ENGINE_OPENED])
    return outside and any(is_part_of(name, "search.local") for name in imported_names(file))


def find_cycle(graph: dict[str, set[str]]) -> list[str]:
    """Return the modules of one cycle of imports, the first again at the end; none: []."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def import_graph(files: list[SourceFile]) -> dict[str, set[str]]:
    """Return, for each module, the modules that it imports."""
    modules = {file.name for file in files}
    graph = {}
    for file in files:
        names = {
            name if name in modules else name.rpartition(".")[0] for name in imported_names(file)
        }
        graph[file.name] = (names & modules) - {file.name}
    return graph


@pytest.mark.parametrize(
    "violations",
    [
        imports_of_later_packages,
        imports_of_later_stages,
        misplaced_libraries,
        imports_past_the_seam,
        opens_an_engine,
    ],
)
def test_no_file_imports_what_it_may_not(violations):
    assert {file.path: names for file in FILES if (names := violations(file))} == {}


def test_no_module_imports_itself_by_way_of_others():
    files = [file for file in FILES if file.path not in LATER_STAGES_IMPORTED]
    assert find_cycle(import_graph(files)) == []


def test_every_room_belongs_to_one_stage():
    rooms = {tuple(file.name.split(".")[:2]) for file in FILES if "." in file.name}
    listed = [(package, room) for package in STAGES for room in " ".join(STAGES[package]).split()]
    assert sorted(listed) == sorted(rooms)


def test_every_exception_has_its_reason():
    reasons = (*ENGINE_OPENED.values(), *LATER_STAGES_IMPORTED.values())
    assert all(re.fullmatch(r"[A-Z].+\.", reason) for reason in reasons)


@pytest.mark.parametrize(
    ("violations", "path", "text", "expected"),
    [
        (imports_of_later_packages, "corpus/a.py", "import index.writer", {"index.writer"}),
        (imports_of_later_packages, "corpus/a.py", "from . import b", {"..b"}),
        (imports_of_later_packages, "web/a.py", "import tests", {"tests"}),
        (imports_of_later_packages, "web/a.py", "from search import model", set()),
        (imports_of_later_stages, "search/model.py", "from search import engine", {"search.engine"}),
        (imports_of_later_stages, "search/local/a.py", "import search.present.hits", {"search.present.hits"}),
        (imports_of_later_stages, "search/local/a.py", "from search.local.b import c", set()),
        (imports_of_later_stages, "corpus/reading.py", "from corpus.errors import Refused", set()),
        (imports_of_later_stages, "web/server/a.py", "from web import create_app", {"web.create_app"}),
        (misplaced_libraries, "index/writer.py", "from whoosh import query", {"whoosh"}),
        (misplaced_libraries, "search/language/nodes.py", "import whoosh.query", set()),
        (misplaced_libraries, "search/engine.py", "def f():\n    import numpy", {"numpy"}),
        (imports_past_the_seam, "web/a.py", "from index import snapshot", {"index.snapshot"}),
        (imports_past_the_seam, "web/commands/a.py", "import index.collection", {"index.collection"}),
        (imports_past_the_seam, "web/commands/a.py", "from index.writer import writing", set()),
        (imports_past_the_seam, "search/a.py", "from index.columns import Columns", {"index.columns.Columns"}),
        (imports_past_the_seam, "search/local/a.py", "from index.columns import Columns", set()),
        (opens_an_engine, "web/pages/a.py", "from search.local import engine", True),
        (opens_an_engine, "web/server/worker.py", "from search.local import engine", False),
    ],
)  # fmt: skip
def test_a_wrong_import_is_reported(violations, path, text, expected):
    assert violations(parse_source(path, text)) == expected


def test_a_room_without_a_stage_is_reported():
    with pytest.raises(LookupError, match=r"search\.cluster"):
        imports_of_later_stages(parse_source("search/cluster.py", "import search.model"))


def test_a_cycle_is_reported():
    files = [
        parse_source("web/a.py", "from web import b"),
        parse_source("web/b.py", "from web.c import name"),
        parse_source("web/c.py", "if TYPE_CHECKING:\n    import web.a"),
    ]
    assert set(find_cycle(import_graph(files))) == {"web.a", "web.b", "web.c"}
    assert find_cycle(import_graph(files[:2])) == []
