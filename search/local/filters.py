"""Filters as masks: which paragraphs each value of a facet, report or date lets through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from corpus.characters import caseless
from index.columns import REPORT_KEYS, Columns
from index.facets import EITHER, FACET, REPORT_FILTER, THEME, UNDER, date_number
from index.segments.arrays import Array
from index.segments.strings import Strings
from index.snapshot import Snapshot
from search.errors import BadRequest
from search.local.matches import Matches
from search.local.paragraph_grades import paragraph_grades
from search.local.ranking.bm25 import Bm25
from search.model import Request

REPORT = REPORT_FILTER.key
DATE = "date"
GROUP = "group"
STANDING = "standing"
LAST_DATE = 99991231

Masks = Mapping[str, Array]
"""Each filter's key with the paragraphs that it lets through, bool (size)."""


def request_masks(request: Request, bm25: Bm25) -> Masks:
    """Return the masks of the filters of a valid request; those of facets are kept."""
    masks = {
        key: facet_mask(bm25, key, frozenset(values), request.theme_by)
        for key, values in request.filters.items()
        if values
    }
    if request.group:
        masks[GROUP] = facet_mask(bm25, "authority", frozenset(request.group.authorities))
    if request.since or request.until:
        masks[DATE] = date_mask(bm25.snapshot.columns, request.since, request.until)
    stands = bm25.snapshot.columns.stands
    if not request.withdrawn and stands is not None:
        masks[STANDING] = stands
    return masks


def facet_mask(bm25: Bm25, key: str, values: frozenset[str], theme_by: str = EITHER) -> Array:
    """Return the mask of any of a facet's values, computed once per snapshot."""
    theme_by = theme_by if key == THEME else EITHER
    name = (key, theme_by, values)
    return bm25.cache.get(name, lambda: value_mask(bm25.snapshot, key, values, theme_by))


def passing_rows(masks: Masks, docs: Array, without: str | None = None) -> Array:
    """Return which of `docs` pass all masks but that of the key `without`, bool."""
    parts = [mask[docs] for key, mask in masks.items() if key != without]
    if len(parts) == 1:
        return parts[0]
    return np.logical_and.reduce(parts) if parts else np.ones(len(docs), bool)


def filter_matches(masks: Masks, matches: Matches, without: str | None = None) -> Matches:
    """Return the matches that pass all masks but that of the key `without`.

    They are `matches` itself where no mask is left.
    """
    if not masks or masks.keys() == {without}:
        return matches
    return matches.take(passing_rows(masks, matches.docs, without).nonzero()[0])


def value_mask(
    snapshot: Snapshot, key: str, values: Iterable[str], theme_by: str = EITHER
) -> Array:
    """Return the paragraphs with any of a facet's values, in any case, or of any report id.

    Themes are those by `theme_by`, here and below.
    """
    if key == REPORT:
        mask = np.zeros(snapshot.size, bool)
        for report_id in values:
            docs = snapshot.docs(report_id) or range(0)
            mask[docs.start : docs.stop] = True
        return mask
    wanted = set(map(caseless, values))
    names = enumerate(snapshot.columns.names[key])
    codes = [code for code, name in names if name and caseless(name) in wanted]
    return code_mask(snapshot.columns, key, codes, theme_by)


def code_mask(columns: Columns, key: str, codes: Sequence[int], theme_by: str = EITHER) -> Array:
    """Return the paragraphs with any of a facet's codes."""
    if key in REPORT_KEYS:
        mask: Array = np.isin(columns.report_codes[key], codes)[columns.report_of]
        return mask
    column = columns.combo_codes(key, theme_by)
    if key == THEME:
        combos = column & sum(1 << (code - 1) for code in codes) != 0
    else:
        combos = np.isin(column, codes)
    mask = combos[columns.combo]
    return mask


def date_mask(columns: Columns, since: date | None, until: date | None) -> Array:
    """Return the paragraphs of reports dated from `since` to `until`; undated ones never are."""
    dates = columns.dates
    reports = (dates >= max(1, date_number(since))) & (dates <= (date_number(until) or LAST_DATE))
    mask: Array = reports[columns.report_of]
    return mask


def equal_mask(snapshot: Snapshot, field: str, value: object, theme_by: str = EITHER) -> Array:
    """Return the paragraphs whose `field` (a facet, `report`, `under`, `id`, `date`) is `value`."""
    if field in ("year", DATE):
        return range_mask(snapshot, field, value, value)
    if field in FACET or field == REPORT:
        return value_mask(snapshot, field, [str(value)], theme_by)
    if field == UNDER:
        return paragraph_grades(snapshot).mask(str(value))
    if field != "id":
        raise unknown_field(field)
    mask = np.zeros(snapshot.size, bool)
    doc = snapshot.find(str(value))
    mask[[doc] if doc is not None else []] = True
    return mask


def range_mask(
    snapshot: Snapshot,
    field: str,
    start: object,
    end: object,
    startexcl: bool = False,
    endexcl: bool = False,
) -> Array:
    """Return the paragraphs of reports whose `year` or `date` (YYYYMMDD) is within limits."""
    if field not in ("year", DATE):
        raise unknown_field(field)
    columns = snapshot.columns
    numbers = columns.dates // 10000 if field == "year" else columns.dates
    low = 1 if start is None else number_of(field, start) + startexcl
    high = LAST_DATE if end is None else number_of(field, end) - endexcl
    mask: Array = ((numbers >= max(low, 1)) & (numbers <= high))[columns.report_of]
    return mask


def number_of(field: str, limit: object) -> int:
    """Return a limit of `year` or `date` as a number. Raise BadRequest where it is not one."""
    try:
        return int(str(limit))
    except ValueError as error:
        raise BadRequest(
            f"the field {field} has no value {str(limit)!r}; write it in digits"
        ) from error


def any_value_mask(snapshot: Snapshot, field: str, theme_by: str = EITHER) -> Array:
    """Return the paragraphs that have any value of a field."""
    if field in (REPORT, "id"):
        return np.ones(snapshot.size, bool)
    if field == DATE:
        return date_mask(snapshot.columns, None, None)
    if field == UNDER:
        graded: Array = paragraph_grades(snapshot).codes > 0
        return graded
    return named_mask(snapshot, field, lambda names: range(len(names)), theme_by)


def named_mask(
    snapshot: Snapshot,
    field: str,
    choose_rows: Callable[[Strings], Sequence[int]],
    theme_by: str = EITHER,
) -> Array:
    """Return the paragraphs with any of the values that `choose_rows` picks from all, sorted."""
    if field not in FACET:
        raise unknown_field(field)
    names = sorted(str(name) for name in snapshot.columns.names[field][1:])
    chosen = [names[row] for row in choose_rows(Strings.of(names))]
    return value_mask(snapshot, field, chosen, theme_by)


def unknown_field(field: str) -> BadRequest:
    """Return the error for a field that cannot be searched so."""
    return BadRequest(f"the field {field!r} cannot be searched so; choose from {', '.join(FACET)}")
