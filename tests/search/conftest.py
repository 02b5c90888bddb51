"""What the tests of search share."""

import os
from contextlib import ExitStack

import pytest

from corpus import report_reader
from corpus.model import Report
from tests.search.engines.builders import ENGINES
from tests.search.wording_world import reports
from tests.search.worlds import make_reports
from tests.source_tree import ROOT


@pytest.fixture(autouse=True, scope="session")
def unhurried_disk():
    """Makes fsync do nothing: random collections are many, and none has to outlive its test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        yield


@pytest.fixture(scope="session", params=ENGINES)
def build_engine(request):
    """What builds the engine under test from reports and other changes to a collection."""
    with ExitStack() as stack:
        yield lambda *changes: stack.enter_context(ENGINES[request.param](make_reports(changes)))


@pytest.fixture(scope="session")
def wording_engine(build_engine):
    """The engine under test over a collection whose wording is known."""
    return build_engine(*reports())


@pytest.fixture(scope="session")
def sample_reports() -> list[Report]:
    """The project's sample reports, read."""
    return [
        report_reader.read_file(path) for path in sorted((ROOT / "corpus" / "samples").iterdir())
    ]
