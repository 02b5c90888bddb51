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
from corpus.registry import registry
from web.commands.terminal import warn
from web.errors import WebError
from web.server import supervisor
from web.settings import SETTINGS, Value, load_settings

MAX_WORKERS = 4  # started without being asked for: each takes memory of its own
METAVARS = {bool: "yes|no", int: "N", str: "TEXT"}


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for each setting to the command."""
    for setting in reversed(SETTINGS):
        default = format_default(setting.default)
        command = click.option(
            f"--{setting.name.replace('_', '-')}",
            metavar=METAVARS[type(setting.default)],
            help=f"{setting.help} [{setting.variable}; default: {default}]",
        )(command)
    return command


def format_default(value: object) -> str:
    """Return a default as a person would type it."""
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


@click.command()
@settings_options
@click.option(
    "--settings",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TOML file of settings. [EVIDENCE_SETTINGS]",
)
def serve(file: Path | None, **options: str | None) -> None:
    """Serve the pages and the API over HTTP.

    A setting comes from its option, else from its environment variable, else from the file of
    settings, else it is the default.
    """
    given = {name: value for name, value in options.items() if value is not None}
    named = file or os.environ.get("EVIDENCE_SETTINGS")
    settings = load_settings(os.environ, Path(named) if named else None, given)
    registry.use_folder(str(settings["frameworks"]))
    address = find_address(str(settings["host"]), int(settings["port"]))
    announce = partial(announce_service, settings, address[1])
    supervisor.serve(settings, address, count_workers(int(settings["processes"])), announce)


def count_workers(processes: int) -> int:
    """Return how many processes answer, of which the setting `processes` may say nothing (0).
    granian has no way to share a port between several on Windows.

    By default one more than there are cores: the system divides a core between two processes more
    fairly than Python its lock between threads, which at two thirds of what a machine can do is a
    third of the waiting.
    """
    if os.name == "nt":
        return 1
    return processes or min(available_cores() + 1, MAX_WORKERS)


def find_address(host: str, port: int) -> tuple[str, int]:
    """Return the IP address and the port to listen on: a free one in the place of port 0. Raise
    WebError where another program listens there, or nobody can.
    """
    host = host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        # granian itself would share the port with the workers of another command.
        with socket.create_server((host, port), family=family) as listener:
            ip_address, free_port = listener.getsockname()[:2]
            return ip_address, free_port
    except OSError as error:
        place = f"{host}:{port}"
        raise WebError(f"{place}: cannot listen there ({error.strerror}); give --port") from error


def announce_service(settings: Mapping[str, Value], port: int, problem: str) -> None:
    """Say on stdout where the service is, and on stderr what is wrong with its index, if so."""
    if problem:
        warn(problem)
    click.echo(f"Serving {settings['data']} on http://{settings['host']}:{port}")
    sys.stdout.flush()
