"""Requests of people and programs in; pages, JSON and the output of the evidence command out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def create_app(given: Mapping[str, str | int | bool] | None = None) -> Flask:
    """Return the Flask application with settings `given`, else the environment's, else defaults.

    Raise BadSetting for a wrong value. Flask is imported here and not above, so that
    `evidence read` does not wait for it.
    """
    from web.app import build_app

    return build_app(given or {})
