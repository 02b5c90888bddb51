"""What the tests of search share."""

import os

import pytest


@pytest.fixture(autouse=True, scope="session")
def unhurried_disk():
    """Makes fsync do nothing: random collections are many, and none has to outlive its test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        yield
