"""What the tests of the commands share."""

import pytest


@pytest.fixture
def run(evidence, tmp_path):
    """The command with its index in a directory of this test."""

    def with_data(name, *args):
        return evidence(name, *args, "--data", tmp_path / "data")

    return with_data


@pytest.fixture
def search(evidence, data):
    """`evidence search` over the small collection."""

    def with_data(*args):
        return evidence("search", "--data", data, *args)

    return with_data
