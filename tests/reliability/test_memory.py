"""A commit that is over is forgotten, with all that was made of it; each memory has a bound."""

import importlib
import inspect
import pkgutil
import threading
import time
import weakref
from functools import lru_cache

import pytest
from flask import g

import index
import search as search_package
import web
from index.collection import Collection, open_snapshot
from index.reclaim import Reclaimer
from index.writer import writing
from search.local.engine import local_engine
from search.model import Request
from search.service import search
from search.wording import distinctive
from tests.reliability.worlds import visit
from tests.search.threads import switching_often
from web import create_app


def commit(data, lap):
    with writing(data) as writer:
        writer.put(visit("ash", lap))


def test_a_snapshot_goes_when_the_next_is_opened(tmp_path, no_garbage_collection):
    collection, before = Collection(tmp_path), []
    for lap in (1, 2):
        commit(tmp_path, lap)
        snapshot = collection.snapshot()
        search(local_engine(snapshot), Request("children", facets=("grade", "framework")))
        distinctive(local_engine(snapshot), Request("children"))
        before.append(weakref.ref(snapshot))
        del snapshot
    assert before[0]() is None
    assert before[1]() is not None


def test_of_many_that_open_a_commit_at_once_none_leaves_a_snapshot_behind(
    tmp_path, no_garbage_collection
):
    commit(tmp_path, 1)
    collection, opened, over = Collection(tmp_path), weakref.WeakSet(), threading.Event()

    def ask():
        while not over.is_set():
            snapshot = collection.snapshot()
            opened.add(snapshot)
            search(local_engine(snapshot), Request("children"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    with switching_often():
        try:
            for thread in threads:
                thread.start()
            for lap in range(2, 22):
                commit(tmp_path, lap)
        finally:
            over.set()
            for thread in threads:
                thread.join()
    assert set(opened) == {collection.snapshot()}


def test_a_snapshot_goes_though_nobody_asks_for_the_next(tmp_path):
    commit(tmp_path / "data", 1)
    collection, gone = Collection(tmp_path / "data"), threading.Event()
    weakref.finalize(collection.snapshot(), gone.set)
    collection.follow(0.05)
    (tmp_path / "data").rename(tmp_path / "away")
    time.sleep(0.2)  # there is no index at all, for a while
    (tmp_path / "away").rename(tmp_path / "data")
    commit(tmp_path / "data", 2)
    assert gone.wait(10)
    assert collection.snapshot().generation == 2


def test_a_retired_snapshot_still_answers(tmp_path, no_garbage_collection):
    commit(tmp_path, 1)
    snapshot = open_snapshot(tmp_path)
    before = search(local_engine(snapshot), Request("children", facets=("grade",)))
    snapshot.stop_caching()
    again = search(local_engine(snapshot), Request("children", facets=("grade",)))
    assert (again.total, again.facets) == (before.total, before.facets)
    left = weakref.ref(snapshot)
    del snapshot, before, again
    assert left() is None


def test_a_request_that_is_over_holds_no_commit(tmp_path):
    commit(tmp_path / "data", 1)
    app, contexts = create_app({"data": str(tmp_path / "data")}), []

    @app.after_request
    def look(response):
        contexts.append((g._get_current_object(), "engine" in g))
        return response

    assert app.test_client().get("/ready").status_code == 200
    ((after, before),) = contexts
    assert before
    assert "engine" not in after


@pytest.mark.parametrize("slow", [0, 0.5], ids=["at once", "after a slow reader"])
def test_reference_cycles_are_looked_for(tmp_path, no_garbage_collection, slow):
    """Rendered pages can form some, which hold the page and its snapshot."""
    commit(tmp_path, 1)
    gone = threading.Event()
    snapshot = open_snapshot(tmp_path)
    weakref.finalize(snapshot, gone.set)
    cycle = [snapshot]
    cycle.append(cycle)
    Reclaimer(grace=0.05).add(snapshot)
    time.sleep(slow)
    del snapshot, cycle
    assert gone.wait(10)


Memoized = type(lru_cache(abs))


def memoized_functions():
    """Each function of ours that remembers what it returned, by the name of its module."""
    for package in (index, search_package, web):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                if type(value) is Memoized and value.__module__ == info.name:
                    yield f"{info.name}.{name}", value


def test_no_function_remembers_without_bound():
    unbounded = [
        name
        for name, function in memoized_functions()
        if inspect.signature(function).parameters and not function.cache_parameters()["maxsize"]
    ]
    assert unbounded == []
    assert len(list(memoized_functions())) > 10
