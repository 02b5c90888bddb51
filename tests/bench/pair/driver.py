"""What `tests.bench.pair` asks of a checkout, by the API of this one.

A checkout with another API needs a driver of its own, which defines the same names: `read_reports`,
`write_index`, `Engine` with its three methods, `server_command`, and as environment variables
`SETTINGS` of every server and `UNCACHED` of one that keeps no pages.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.bench.collection import read_reports, write_index
from tests.bench.measure import MODES
from tests.bench.queries import BenchQuery
from tests.bench.runners import TimedCall
from tests.bench.runners.evidence import EvidenceRunner
from tests.bench.servers import UNCACHED, serve_evidence
from tests.bench.wording import NEEDS, need_call, wording_questions

__all__ = ["SETTINGS", "UNCACHED", "Engine", "read_reports", "server_command", "write_index"]

SETTINGS: dict[str, str] = {}
server_command = serve_evidence


class Engine:
    """The engine of an index, open."""

    def __init__(self, place: Path) -> None:
        self.runner = EvidenceRunner(place.parent)
        self.runner.place = place
        self.runner.open()

    def call(self, mode: str, query: dict[str, Any]) -> TimedCall:
        """Return the call that answers a query in a mode of `tests.bench.measure.MODES`."""
        way, faceted = MODES[mode]
        filters = {key: tuple(values) for key, values in query["filters"].items()}
        bench_query = BenchQuery(query["kind"], tuple(query["words"]), filters)
        call: TimedCall = getattr(self.runner, way)(bench_query, faceted)
        return call

    def need_calls(self) -> dict[str, Callable[[], object]]:
        """Return the call for each need, with all that a page shows."""
        return {need: need_call(self.runner.engine, need) for need in NEEDS}

    def wording_calls(self) -> dict[str, Callable[[], object]]:
        """Return the call for each question about wording."""
        return {question.name: question.ask for question in wording_questions(self.runner.engine)}
