"""The engines under test, each with how a collection becomes one: a further engine joins here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from search.engine import Engine
from search.local.engine import open_engine
from tests.search.changes import COMMIT, Change, apply_changes, reports_after
from tests.search.engines.fake import FakeEngine
from tests.search.thresholds import THRESHOLDS, thresholds

EngineBuilder = Callable[[Iterable[Change]], AbstractContextManager[Engine]]
"""Gives an engine over what a collection has after changes, for as long as the context lasts."""


@contextmanager
def build_fake(changes: Iterable[Change]) -> Iterator[Engine]:
    """Give the fake engine."""
    in_order = list(changes)
    yield FakeEngine(reports_after(in_order), generation=in_order.count(COMMIT) + 1)


@contextmanager
def build_local(changes: Iterable[Change], threshold_name: str = "as they are") -> Iterator[Engine]:
    """Give the local engine over an index in a directory of its own."""
    with TemporaryDirectory() as folder, thresholds(threshold_name):
        apply_changes(Path(folder), changes)
        yield open_engine(Path(folder))


ENGINES: Mapping[str, EngineBuilder] = {"fake": build_fake, "local": build_local}
"""Every engine, by the name that its tests have."""
COMPARED_ENGINES: Mapping[str, EngineBuilder] = {
    **{name: build for name, build in ENGINES.items() if name != "fake"},
    **{
        f"local, {name}": partial(build_local, threshold_name=name)
        for name in THRESHOLDS
        if name != "as they are"
    },
}
"""Those that are compared with the fake over random collections, in each of their methods."""
