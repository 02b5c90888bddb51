"""One round of a comparison within processes: build, open, ask; one side waits for the other."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from tests.bench.measure import MODES
from tests.bench.pair.checkout import Checkout, SideProcess, side_processes
from tests.bench.pair.ratios import Sample
from tests.bench.queries import BenchQuery

T = TypeVar("T")
BATCH = 10  # queries that one side answers before the other's turn
TURNS_PER_BATCH = 4
TIMES_PER_TURN = 5
WORDING_TURNS = 2
TIMES_PER_WORDING_TURN = 2


def index_place(folder: Path, checkout: Checkout) -> Path:
    """Return the place of a checkout's index."""
    return folder / f"index-{checkout.name}"


def build_indexes(
    checkouts: Sequence[Checkout], folder: Path, reports: Path, number: int
) -> Iterator[Sample]:
    """Write the index of each checkout anew, in a process of its own."""
    for checkout in in_turn(checkouts, number):
        place = index_place(folder, checkout)
        shutil.rmtree(place, ignore_errors=True)
        with side_processes(checkout) as (side,):
            answer = side.ask("build", reports=str(reports), place=str(place))
        yield Sample("build", "", checkout.name, number, answer["ms"])


def ask_queries(
    checkouts: Sequence[Checkout], folder: Path, queries: Sequence[BenchQuery], number: int
) -> Iterator[Sample]:
    """Open each index in a fresh process and answer the queries in all modes."""
    with side_processes(*checkouts) as sides:
        yield from open_indexes(sides, folder, queries[0], number)
        for side in in_turn(sides, number):
            for need, value in side.ask("needs").items():
                yield Sample("search for a need, first time", need, side.name, number, value)
        for mode in MODES:
            yield from time_mode(sides, mode, queries, number)
        for side in sides:
            yield Sample("peak memory", "", side.name, number, side.ask("memory")["peak"])


def ask_wording(
    checkouts: Sequence[Checkout], folder: Path, queries: Sequence[BenchQuery], number: int
) -> Iterator[Sample]:
    """Ask the questions about wording of each index, in a fresh process."""
    with side_processes(*checkouts) as sides:
        for _ in open_indexes(sides, folder, queries[0], number):
            pass
        for turn in range(WORDING_TURNS):
            for side in in_turn(sides, number + turn):
                answer = side.ask("wording", times=TIMES_PER_WORDING_TURN)
                for question, value in answer.items():
                    yield Sample("questions about wording", question, side.name, number, value)


def open_indexes(
    sides: Sequence[SideProcess], folder: Path, query: BenchQuery, number: int
) -> Iterator[Sample]:
    """Open the index of each side and answer a first query."""
    for side in in_turn(sides, number):
        place = str(index_place(folder, side.checkout))
        answer = side.ask("open", place=place, query=asdict(query))
        yield Sample("open and first answer", "", side.name, number, answer["ms"])


def time_mode(
    sides: Sequence[SideProcess], mode: str, queries: Sequence[BenchQuery], number: int
) -> Iterator[Sample]:
    """Answer the queries in one mode, a batch at a time."""
    for start in range(0, len(queries), BATCH):
        batch = queries[start : start + BATCH]
        request = {"mode": mode, "queries": [asdict(query) for query in batch]}
        hits = {}
        for turn in range(TURNS_PER_BATCH):
            for side in in_turn(sides, turn):
                answer = side.ask("queries", **request, times=TIMES_PER_TURN)
                hits[side.name] = answer["hits"]
                for query, value in zip(batch, answer["ms"], strict=True):
                    yield Sample(mode, describe(query), side.name, number, value)
        warn_of_other_hits(mode, batch, *hits.values())


def warn_of_other_hits(
    mode: str, batch: Sequence[BenchQuery], before: list[int], now: list[int]
) -> None:
    """Say on stderr which queries the two sides answer differently: their times do not compare."""
    for query, hits_before, hits_now in zip(batch, before, now, strict=True):
        if hits_before != hits_now:
            line = f"{mode}, {describe(query)}: {hits_before} and {hits_now} hits"
            print(line, file=sys.stderr)


def describe(query: BenchQuery) -> str:
    """Return a query as a person would type it, with its filters."""
    filters = (f"{key}:{'|'.join(values)}" for key, values in query.filters.items())
    return " ".join([query.text, *filters])


def in_turn(sides: Sequence[T], turn: int) -> Sequence[T]:
    """Return the sides in their order, and the other way round every other turn."""
    return sides[::-1] if turn % 2 else sides
