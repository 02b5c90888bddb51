"""What the tests of fetching share: a client whose pauses take no time, and are noted."""

from dataclasses import replace

import httpx
import pytest

from corpus.fetching.client import PoliteClient
from corpus.fetching.limits import FetchLimits
from tests.corpus.fetching.servers import site_with

LIMITS = FetchLimits(pause=0.0, connect=5.0, read=5.0, attempts=3)


class Time:
    """A clock that only sleeping moves; `slept` are the pauses, in order."""

    def __init__(self):
        self.now, self.slept = 0.0, []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def trickle(time, monkeypatch):
    """A function by which every so many bytes of a body take some seconds."""
    real = httpx.Response.iter_bytes

    def with_pace(size, seconds):
        def slow(response, *_):
            for chunk in real(response, size):
                time.now += seconds
                yield chunk

        monkeypatch.setattr(httpx.Response, "iter_bytes", slow)

    return with_pace


@pytest.fixture
def client(time):
    """A function that returns a client with some limits; all are closed at the end."""
    clients = []

    def with_limits(resolve=lambda host: [host], **limits):
        clients.append(
            PoliteClient(replace(LIMITS, **limits), resolve=resolve, clock=time, sleep=time.sleep)
        )
        return clients[-1]

    yield with_limits
    for each in clients:
        each.__exit__()


@pytest.fixture
def serve():
    """A function that serves some replies until the end of the test and returns the Site."""
    sites = []

    def with_replies(replies):
        context = site_with(replies)
        sites.append(context)
        return context.__enter__()

    yield with_replies
    for context in sites:
        context.__exit__(None, None, None)
