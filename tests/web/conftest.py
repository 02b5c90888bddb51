"""What the tests of the web package share."""

import pytest
from click.testing import CliRunner

from web.cli import main


@pytest.fixture
def evidence(monkeypatch):
    """A function that runs the command and gives its click Result, stdout and stderr apart."""
    monkeypatch.setenv("COLUMNS", "120")

    def run(*args, stdin=None):
        return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)

    return run
