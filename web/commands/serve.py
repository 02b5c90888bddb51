"""evidence serve: the pages and the API over HTTP, until it is told to stop."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from corpus.cores import available_cores
from web.commands.terminal import warn
from web.errors import WebError
from web.server.crew import Crew
from web.settings import SETTINGS, Value, load

# So many connections may wait to be accepted.
WAITING = 1024
# No more processes by themselves than these: each takes memory of its own.
MOST = 4


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
    chosen = {name: value for name, value in given.items() if value is not None}
    named = file or os.environ.get("EVIDENCE_SETTINGS")
    settings = load(os.environ, Path(named) if named else None, chosen)
    listening = bound(str(settings["host"]), int(settings["port"]))
    ready = partial(say, settings, listening)
    count = processes(int(settings["processes"]))
    if count > 1:
        Crew(settings, listening).run(count, ready)
    else:
        alone(settings, listening, ready)


def alone(
    settings: Mapping[str, Value], listening: socket.socket, ready: Callable[[str], None]
) -> None:
    """Answers in this process."""
    # Imported here, since the one process that starts others needs no index and no Flask.
    from web.server import shares, worker

    app, missing = worker.prepared(settings)
    worker.stop_gently(app.extensions["gate"].close)
    ready(missing)
    worker.answer(app, listening, shares.alone())


def processes(asked: int) -> int:
    """Returns how many processes answer. Windows has no way to hand a socket to another.

    One more than there are cores: the system divides a core between two processes more fairly than
    Python its lock between threads, which at two thirds of what a machine can do is a third of the
    waiting.
    """
    if os.name == "nt":
        return 1
    return asked or min(available_cores() + 1, MOST)


def bound(host: str, port: int) -> socket.socket:
    """Returns a socket that listens. Raises WebError where it cannot."""
    host = host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=WAITING)
    except OSError as error:
        place = f"{host}:{port}"
        raise WebError(f"{place}: cannot listen there ({error.strerror}); give --port") from error


def say(settings: Mapping[str, Value], listening: socket.socket, missing: str) -> None:
    """Says on stdout where the service is, and on stderr what is wrong with its index, if so."""
    if missing:
        warn(missing)
    port = listening.getsockname()[1]
    click.echo(f"Serving {settings['data']} on http://{settings['host']}:{port}")
    sys.stdout.flush()
