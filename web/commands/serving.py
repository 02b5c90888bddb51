"""evidence serve: the pages and the API over HTTP, until it is told to stop."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import waitress

from index.collection import Collection
from index.errors import IndexingError
from search import service
from search.model import Request
from web import create_app
from web.address import FACETS
from web.commands.terminal import note
from web.errors import WebError
from web.settings import SETTINGS

LAST_REQUESTS = 10.0
LAST_BYTES = 0.2
# Threads beyond those the gate lets in answer the rest with 503, and serve files.
SPARE = 4


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds an option for each setting to the command."""
    for setting in reversed(SETTINGS):
        command = click.option(
            f"--{setting.name.replace('_', '-')}",
            metavar=KINDS[type(setting.default)],
            help=f"{setting.help} [{setting.variable}; default: {shown(setting.default)}]",
        )(command)
    return command


KINDS = {bool: "yes|no", int: "N", str: "TEXT"}


def shown(value: object) -> str:
    """Returns a default as a person would type it."""
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


@click.command()
@settings_options
@click.option(
    "--settings",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TOML file of settings. [EVIDENCE_SETTINGS]",
)
def serve(file: Path | None, **given: str | None) -> None:
    """Serve the pages and the API over HTTP.

    A setting comes from its option, else from its environment variable, else from the file of
    settings, else it is the default.
    """
    if file:
        os.environ["EVIDENCE_SETTINGS"] = str(file)
    app = create_app({name: value for name, value in given.items() if value is not None})
    settings = app.config["EVIDENCE"]
    log_requests()
    server = listening(app, settings)
    warm(app.extensions["evidence"])
    stop_gently(app.extensions["gate"].close)
    click.echo(f"Serving {settings['data']} on http://{settings['host']}:{server.effective_port}")
    sys.stdout.flush()
    server.run()


def listening(app: Any, settings: dict[str, Any]) -> Any:
    """Returns a server that listens. Raises WebError where it cannot."""
    threads = settings["threads"] + settings["queue"] + SPARE
    try:
        return waitress.create_server(
            app,
            host=settings["host"],
            port=settings["port"],
            threads=threads,
            connection_limit=10 * threads,
            max_request_body_size=settings["body"] + 10_000,
            ident=None,
        )
    except OSError as error:
        place = f"{settings['host']}:{settings['port']}"
        raise WebError(f"{place}: cannot listen there ({error.strerror}); give --port") from error


def warm(collection: Collection) -> None:
    """Answers one search, so that the first visitor does not wait for what is made once.

    Without an index there is nothing to warm: the pages say so until there is one.
    """
    try:
        service.search(collection.snapshot(), Request(facets=FACETS))
    except IndexingError as error:
        note(str(error))


def log_requests() -> None:
    """Writes the line of each request to stderr, without a prefix."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("evidence.requests")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def stop_gently(drain: Callable[[float], bool]) -> None:
    """Lets SIGTERM end the server when the requests under way are answered, a second one now."""
    asked = threading.Event()

    def stop(number: int, frame: object) -> None:
        if asked.is_set():
            raise SystemExit(0)
        asked.set()

    def wait() -> None:
        asked.wait()
        drain(LAST_REQUESTS)
        # The server's loop sends what is still in its buffers before it is interrupted.
        time.sleep(LAST_BYTES)
        os.kill(os.getpid(), signal.SIGTERM)

    signal.signal(signal.SIGTERM, stop)
    threading.Thread(target=wait, name="stop", daemon=True).start()
