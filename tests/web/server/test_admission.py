"""Load is shed: so many requests work, so many wait, and the rest are told when to come back."""

import threading
import time
from contextlib import contextmanager

import pytest

from tests.web.serving import PATIENCE
from web import create_app
from web.server import admission
from web.server.admission import Admission


@contextmanager
def waiting(gate):
    """Has a request wait for admission meanwhile; gives the list to which it adds the answer."""
    answers, before = [], gate.count
    thread = threading.Thread(target=lambda: answers.append(gate.enter()))
    thread.start()
    deadline = time.monotonic() + PATIENCE
    while gate.count == before:
        assert time.monotonic() < deadline
        time.sleep(0.001)
    yield answers
    thread.join(PATIENCE)


def test_who_waits_enters_when_another_leaves_and_the_next_is_refused():
    gate = Admission(places=1, queue=1)
    assert gate.enter()
    with waiting(gate) as answers:
        assert not gate.enter()
        gate.leave()
    assert answers == [True]
    gate.leave()
    assert gate.count == 0


def test_who_has_waited_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(admission, "WAIT_SECONDS", 0.01)
    gate = Admission(places=1, queue=1)
    assert gate.enter()
    assert not gate.enter()
    assert gate.count == 1


def test_closing_waits_for_those_inside_and_lets_no_more_in():
    gate = Admission(places=2, queue=2)
    assert gate.enter()
    assert not gate.close(0.01)
    assert not gate.enter()
    gate.leave()
    assert gate.close(0.01)


def test_a_full_service_says_when_to_come_back(data):
    app = create_app({"data": str(data), "threads": 1, "queue": 1})
    gate = app.extensions["admission"]
    assert gate.enter()
    with waiting(gate):
        response = app.test_client().get("/")
        assert response.status_code == 503
        assert response.headers["Retry-After"] == "1"
        assert app.test_client().get("/health").status_code == 200
        gate.leave()
    gate.leave()
    assert app.test_client().get("/").status_code == 200


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/search?q=late", "/search.csv?q=late"])
def test_a_request_leaves_when_it_is_over(app, path):
    with app.test_client().get(path):
        assert app.extensions["admission"].count == 0
