"""A commit that is over is forgotten, with all that was made of it; what is remembered has an end."""

import gc
import importlib
import inspect
import pkgutil
import sys
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
from web import create_app


@pytest.fixture
def no_sweeping():
    """Python looks for no circles of its own accord."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def made(data, lap):
    with writing(data) as writer:
        writer.put(visit("ash", lap))


def test_a_snapshot_goes_when_the_next_is_opened(tmp_path, no_sweeping):
    collection, before = Collection(tmp_path), []
    for lap in (1, 2):
        made(tmp_path, lap)
        snapshot = collection.snapshot()
        search(local_engine(snapshot), Request("children", facets=("grade", "framework")))
        distinctive(local_engine(snapshot), Request("children"))
        before.append(weakref.ref(snapshot))
        del snapshot
    assert before[0]() is None
    assert before[1]() is not None


def test_of_many_that_open_a_commit_at_once_none_leaves_a_snapshot_behind(tmp_path, no_sweeping):
    made(tmp_path, 1)
    collection, opened, over = Collection(tmp_path), weakref.WeakSet(), threading.Event()

    def ask():
        while not over.is_set():
            snapshot = collection.snapshot()
            opened.add(snapshot)
            search(local_engine(snapshot), Request("children"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        for thread in threads:
            thread.start()
        for lap in range(2, 22):
            made(tmp_path, lap)
    finally:
        over.set()
        for thread in threads:
            thread.join()
        sys.setswitchinterval(interval)
    assert set(opened) == {collection.snapshot()}


def test_a_snapshot_goes_though_nobody_asks_for_the_next(tmp_path):
    made(tmp_path / "data", 1)
    collection, gone = Collection(tmp_path / "data"), threading.Event()
    weakref.finalize(collection.snapshot(), gone.set)
    collection.follow(0.05)
    (tmp_path / "data").rename(tmp_path / "away")
    time.sleep(0.2)  # there is no index at all, for a while
    (tmp_path / "away").rename(tmp_path / "data")
    made(tmp_path / "data", 2)
    assert gone.wait(10)
    assert collection.snapshot().generation == 2


def test_a_retired_snapshot_still_answers(tmp_path, no_sweeping):
    made(tmp_path, 1)
    snapshot = open_snapshot(tmp_path)
    before = search(local_engine(snapshot), Request("children", facets=("grade",)))
    snapshot.stop_caching()
    again = search(local_engine(snapshot), Request("children", facets=("grade",)))
    assert (again.total, again.facets) == (before.total, before.facets)
    left = weakref.ref(snapshot)
    del snapshot, before, again
    assert left() is None


def test_a_request_that_is_over_holds_no_commit(tmp_path):
    made(tmp_path / "data", 1)
    app, held = create_app({"data": str(tmp_path / "data")}), []

    @app.after_request
    def note(response):
        held.append((g._get_current_object(), "engine" in g))
        return response

    assert app.test_client().get("/ready").status_code == 200
    ((after, before),) = held
    assert before
    assert "engine" not in after


@pytest.mark.parametrize("slow", [0, 0.5], ids=["at once", "after a slow reader"])
def test_what_goes_in_a_circle_is_looked_for(tmp_path, no_sweeping, slow):
    """A template readers such circles behind, from the page that it made to the page itself."""
    made(tmp_path, 1)
    gone = threading.Event()
    snapshot = open_snapshot(tmp_path)
    weakref.finalize(snapshot, gone.set)
    circle = [snapshot]
    circle.append(circle)
    Reclaimer(grace=0.05).add(snapshot)
    time.sleep(slow)
    del snapshot, circle
    assert gone.wait(10)


Remembering = type(lru_cache(abs))


def remembering():
    """Each function of ours that remembers what it returned, by the name of its module."""
    for package in (index, search_package, web):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                if type(value) is Remembering and value.__module__ == found.name:
                    yield f"{found.name}.{name}", value


def test_no_function_remembers_without_end():
    endless = [
        name
        for name, function in remembering()
        if inspect.signature(function).parameters and not function.cache_parameters()["maxsize"]
    ]
    assert endless == []
    assert len(list(remembering())) > 10
