"""Load is shed: so many requests work, so many wait, and the rest are told when to come back."""

import threading
import time
from contextlib import contextmanager

import pytest
from werkzeug.exceptions import ServiceUnavailable

from tests.web.conftest import MARROW, TARN
from tests.web.serving import PATIENCE
from web import create_app
from web.server import admission
from web.server.admission import Admission, HeavyAdmission
from web.server.shared_slots import ProcessSlots

HEAVY_PATHS = (
    "/search.csv?q=late",
    "/search.ris?q=late",
    "/wording/concordance?q=is&as=csv",
    "/authority/Marrowdale/recommendations.xlsx",
    "/authority/Marrowdale/recommendations",
    "/api/authorities/Marrowdale/recommendations",
    f"/side-by-side/{MARROW}/{TARN}",
    f"/api/side-by-side/{MARROW}/{TARN}",
    "/wording/distinctive?grade=good",
    "/api/wording/distinctive?grade=good",
    "/wording/grades?q=late",
    "/api/wording/grades?q=late&grade=good&grade=inadequate",
)


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


def test_heavy_requests_take_a_slot_and_pages_take_none(data, monkeypatch):
    monkeypatch.setattr(admission, "HEAVY_WAIT_SECONDS", 0.01)
    slots = ProcessSlots(1)
    monkeypatch.setattr(admission, "heavy_slots", lambda: slots)
    client = create_app({"data": str(data), "heavy_rate": ""}).test_client()
    release = slots.acquire(0)
    for path in HEAVY_PATHS:
        response = client.get(path, buffered=True)
        assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert client.post("/wording/draft", data={"draft": "late"}).status_code == 503
    for path in ("/", "/wording/draft", "/wording/concordance?q=is", "/search.atom?q=late"):
        assert client.get(path, buffered=True).status_code == 200
    release()
    for path in HEAVY_PATHS:
        assert client.get(path, buffered=True).status_code == 200
    assert slots.acquire(0), "each request gave its slot back"


def test_few_heavy_requests_wait_for_a_slot():
    heavy = HeavyAdmission(ProcessSlots(1), waiting=1)
    release, answers = heavy.enter(0), []
    waits = threading.Thread(target=lambda: answers.append(heavy.enter(30)))
    waits.start()
    while heavy._waiting.acquire(blocking=False):
        heavy._waiting.release()
    with pytest.raises(ServiceUnavailable):
        heavy.enter(30)
    release()
    waits.join()
    assert len(answers) == 1


def test_there_is_a_slot_for_each_core_but_one(monkeypatch):
    monkeypatch.setattr(admission, "available_cores", lambda: 3)
    slots = admission.heavy_slots()
    assert slots.acquire(0)
    assert slots.acquire(0)
    assert slots.acquire(0) is None
