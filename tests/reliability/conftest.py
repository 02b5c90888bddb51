"""The `evidence` command, as the tests of the web package run it."""

from tests.web.conftest import evidence

__all__ = ["evidence"]
