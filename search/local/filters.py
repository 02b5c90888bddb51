"""Which paragraphs a value of a field lets through, as masks over all paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from corpus.model import CLOSED
from index.columns import PARAGRAPH_KEYS, REPORT_KEYS, Columns
from index.facets import FACET, FILTER, REPORT_FILTER, date_number
from index.segments.strings import Strings
from index.snapshot import Snapshot
from search.errors import BadRequest
from search.local.matches import Array, Matches
from search.local.score import Ranking
from search.model import Request

REPORT = REPORT_FILTER.key
DATES = "date"  # the key under which the filter of `since` and `until` goes


def masks(request: Request, ranking: Ranking) -> dict[str, Array]:
    """Returns for each filter of a Request the paragraphs it lets through, remembered.

    Raises BadRequest where a facet, or a value of a closed set, does not exist.
    """
    found = {}
    for key, values in request.filters.items():
        check(key, values)
        if values:
            wanted = frozenset(values)
            found[key] = remembered(ranking, key, wanted)
    if request.since or request.until:
        found[DATES] = between(ranking.snapshot.columns, request.since, request.until)
    return found


def remembered(ranking: Ranking, key: str, values: frozenset[str]) -> Array:
    """Returns the mask of a facet's values, made once a snapshot."""
    snapshot = ranking.snapshot
    return ranking.memory.get((key, values), lambda: having(snapshot, key, values))


def check(key: str, values: Collection[str]) -> None:
    """Raises BadRequest where a facet, or a value of a closed set, does not exist."""
    if key not in FILTER:
        raise BadRequest(f"there is no filter {key!r}; choose from {', '.join(FILTER)}")
    choices = [choice.key for choice in CLOSED.get(key, ())]
    wrong = [value for value in values if choices and value not in choices]
    if wrong:
        raise BadRequest(f"{key} has no value {wrong[0]!r}; choose from {', '.join(choices)}")


def passing(masks: Mapping[str, Array], docs: Array, but: str | None = None) -> Array:
    """Returns which of `docs` pass all masks `but` one, bool: all where none is left."""
    kept = [mask[docs] for key, mask in masks.items() if key != but]
    if len(kept) == 1:
        return kept[0]
    return np.logical_and.reduce(kept) if kept else np.ones(len(docs), bool)


def let_through(masks: Mapping[str, Array], found: Matches, but: str | None = None) -> Matches:
    """Returns the matches that pass all masks `but` one: `found` itself where none is left."""
    if not masks or masks.keys() == {but}:
        return found
    return found.take(passing(masks, found.docs, but).nonzero()[0])


def having(snapshot: Snapshot, key: str, values: Iterable[str]) -> Array:
    """Returns the paragraphs of reports by id, or with any of a facet's values in any case."""
    if key == REPORT:
        mask = np.zeros(snapshot.size, bool)
        for value in values:
            mask |= equal(snapshot, REPORT, value)
        return mask
    wanted = {value.casefold() for value in values}
    names = enumerate(snapshot.columns.names[key])
    codes = [code for code, name in names if name and name.casefold() in wanted]
    return coded(snapshot.columns, key, codes)


def coded(columns: Columns, key: str, codes: Sequence[int]) -> Array:
    """Returns the paragraphs with any of a facet's codes."""
    if key in REPORT_KEYS:
        mask: Array = np.isin(columns.report_codes[key], codes)[columns.report_of]
        return mask
    column = columns.combos[:, PARAGRAPH_KEYS.index(key)]
    wanted = np.isin(column, codes)
    if key == "theme":
        wanted = column & sum(1 << (code - 1) for code in codes) != 0
    mask = wanted[columns.combo]
    return mask


def between(columns: Columns, since: date | None, until: date | None) -> Array:
    """Returns the paragraphs of reports dated from `since` to `until`; undated ones never."""
    dates = columns.dates
    inside = (dates >= max(1, date_number(since))) & (dates <= (date_number(until) or 99991231))
    mask: Array = inside[columns.report_of]
    return mask


def equal(snapshot: Snapshot, field: str, value: object) -> Array:
    """Returns the paragraphs whose `field`, a facet, `report`, `id` or `date`, is `value`."""
    if field in ("year", DATES):
        return numbers(snapshot, field, value, value)
    if field in FACET:
        return having(snapshot, field, [str(value)])
    mask = np.zeros(snapshot.size, bool)
    if field == REPORT:
        docs = snapshot.docs(str(value)) or range(0)
        mask[docs.start : docs.stop] = True
    elif field == "id":
        doc = snapshot.find(str(value))
        mask[[doc] if doc is not None else []] = True
    else:
        raise unknown(field)
    return mask


def numbers(
    snapshot: Snapshot,
    field: str,
    start: object,
    end: object,
    startexcl: bool = False,
    endexcl: bool = False,
) -> Array:
    """Returns the paragraphs of reports whose `year` or `date` (YYYYMMDD) is within limits."""
    if field not in ("year", DATES):
        raise unknown(field)
    columns = snapshot.columns
    held = columns.dates // 10000 if field == "year" else columns.dates
    low = 1 if start is None else int(str(start)) + startexcl
    high = 99991231 if end is None else int(str(end)) - endexcl
    mask: Array = ((held >= max(low, 1)) & (held <= high))[columns.report_of]
    return mask


def known(snapshot: Snapshot, field: str) -> Array:
    """Returns the paragraphs that have any value of a field."""
    if field in (REPORT, "id"):
        return np.ones(snapshot.size, bool)
    if field == DATES:
        return between(snapshot.columns, None, None)
    return named(snapshot, field, lambda names: range(len(names)))


def named(snapshot: Snapshot, field: str, rows: Callable[[Strings], Sequence[int]]) -> Array:
    """Returns the paragraphs with any of a facet's values that `rows` chooses from all sorted."""
    if field not in FACET:
        raise unknown(field)
    names = sorted(str(name) for name in snapshot.columns.names[field][1:])
    return having(snapshot, field, [names[row] for row in rows(Strings.of(names))])


def unknown(field: str) -> BadRequest:
    """Returns the error for a field that cannot be asked so."""
    return BadRequest(f"the field {field!r} cannot be searched so; choose from {', '.join(FACET)}")
