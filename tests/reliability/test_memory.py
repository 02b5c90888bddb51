"""A commit that is over is forgotten, with its mapped files and all that was made of it."""

import gc
import threading
import time
import weakref

import pytest
from flask import g

from index.collection import Collection, open_snapshot
from index.retired import Retired
from index.writing import writing
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
        search(snapshot, Request("children", facets=("grade", "framework")))
        distinctive(snapshot, Request("children"))
        before.append(weakref.ref(snapshot))
        del snapshot
    assert before[0]() is None
    assert before[1]() is not None


def test_a_retired_snapshot_still_answers(tmp_path, no_sweeping):
    made(tmp_path, 1)
    snapshot = open_snapshot(tmp_path)
    before = search(snapshot, Request("children", facets=("grade",)))
    snapshot.retire()
    again = search(snapshot, Request("children", facets=("grade",)))
    assert (again.total, again.facets) == (before.total, before.facets)
    left = weakref.ref(snapshot)
    del snapshot, before, again
    assert left() is None


def test_a_request_that_is_over_holds_no_commit(tmp_path):
    made(tmp_path / "data", 1)
    app, held = create_app({"data": str(tmp_path / "data")}), []

    @app.after_request
    def note(response):
        held.append((g._get_current_object(), "snapshot" in g))
        return response

    assert app.test_client().get("/ready").status_code == 200
    ((after, before),) = held
    assert before
    assert "snapshot" not in after


@pytest.mark.parametrize("slow", [0, 0.5], ids=["at once", "after a slow reader"])
def test_what_goes_in_a_circle_is_looked_for(tmp_path, no_sweeping, slow):
    """A template leaves such circles behind, from the page that it made to the page itself."""
    made(tmp_path, 1)
    gone = threading.Event()
    snapshot = open_snapshot(tmp_path)
    weakref.finalize(snapshot, gone.set)
    circle = [snapshot]
    circle.append(circle)
    Retired(done=0.05).add(snapshot)
    time.sleep(slow)
    del snapshot, circle
    assert gone.wait(10)
