"""What the tests of search share."""

import os

import pytest

from tests.search.wording_world import reports
from tests.search.worlds import index_engine


@pytest.fixture(autouse=True, scope="session")
def unhurried_disk():
    """Makes fsync do nothing: random collections are many, and none has to outlive its test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        yield


@pytest.fixture(scope="session")
def wording_engine(tmp_path_factory):
    """The engine over a collection whose wording is known."""
    return index_engine(tmp_path_factory.mktemp("wording"), *reports())
