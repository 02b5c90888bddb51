"""A checkout that is measured, and its process, which one at a time is asked to work."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SIDE = Path(__file__).with_name("side.py")
DRIVER = Path(__file__).with_name("driver.py")


@dataclass(frozen=True)
class Checkout:
    """A checkout with the Python and the driver that it is measured by."""

    name: str
    folder: Path
    python: Path
    driver: Path


class SideProcess:
    """A process in the folder of a checkout that waits, at no cost, until it is asked."""

    def __init__(self, checkout: Checkout) -> None:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        self.checkout = checkout
        self.process = subprocess.Popen(
            [checkout.python, SIDE, checkout.driver],
            cwd=checkout.folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    @property
    def name(self) -> str:
        """The name of the checkout."""
        return self.checkout.name

    def ask(self, what: str, **arguments: Any) -> Any:
        """Return the answer to a request. Raise RuntimeError where the process ends instead."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"do": what, **arguments}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended when asked for {what}; see above")
        return json.loads(line)

    def stop(self) -> None:
        """Let the process end, as it does when there are no more requests."""
        self.process.communicate()


@contextmanager
def side_processes(*checkouts: Checkout) -> Iterator[list[SideProcess]]:
    """Start a process in each checkout; stop them in the end."""
    processes = [SideProcess(checkout) for checkout in checkouts]
    try:
        yield processes
    finally:
        for process in processes:
            process.stop()
