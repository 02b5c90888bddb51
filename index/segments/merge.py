"""Segments back to raw columns: the living reports of several segments as one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.facets import PARAGRAPH_FACETS, REPORT_FACETS
from index.segments.arrays import Array, Arrays, ranges, smallest
from index.segments.build import NAMED, PLAIN
from index.segments.strings import Strings

REPORT_STRINGS = ("report.ids", "report.facts", "report.file", "report.sha")
DOC_STRINGS = ("doc.ids", "doc.text")
REPORT_COLUMNS = (
    "report.date",
    "report.reader",
    *(f"report.{facet.key}" for facet in REPORT_FACETS),
)
DOC_COLUMNS = (*(f"doc.{name}" for name in (*PLAIN, *NAMED)), "doc.combo")
CODED = {
    **{f"report.{facet.key}": facet.key for facet in REPORT_FACETS},
    **{f"doc.{name}": name for name in NAMED},
}


def merged(segments: Sequence[Arrays], kept: Sequence[Array]) -> dict[str, Array]:
    """Returns the raw columns of the reports `kept` (rows, one array a segment)."""
    parts = [living(arrays, rows) for arrays, rows in zip(segments, kept, strict=True)]
    raw: dict[str, Array] = {}
    for name in (*REPORT_STRINGS, *DOC_STRINGS):
        raw |= joined([Strings.within(part, name) for part in parts]).named(name)
    for name in ("report.date", "report.reader", *(f"doc.{plain}" for plain in PLAIN)):
        raw[name] = np.concatenate([part[name] for part in parts])
    for name, key in CODED.items():
        names, maps = united([Strings.within(part, f"names.{key}").all() for part in parts])
        raw |= Strings.of(names).named(f"names.{key}")
        coded = [codes[part[name]] for codes, part in zip(maps, parts, strict=True)]
        raw[name] = np.concatenate(coded).astype(np.int32)
    return raw | combos(parts) | tokens(parts) | firsts(parts)


def living(arrays: Arrays, rows: Array) -> dict[str, Array]:
    """Returns the raw columns of one segment's reports `rows`."""
    first, docs = taken(arrays["report.first"], rows)
    token_first, places = taken(arrays["token.first"], docs)
    tables = ("names.", "words.", "combo.")
    part = {name: array for name, array in arrays.items() if name.startswith(tables)}
    for chosen, columns, strings in (
        (rows, REPORT_COLUMNS, REPORT_STRINGS),
        (docs, DOC_COLUMNS, DOC_STRINGS),
    ):
        part |= {name: arrays[name][chosen] for name in columns}
        for name in strings:
            part |= Strings.within(arrays, name).take(chosen).named(name)
    return part | {
        "report.first": first,
        "token.first": token_first,
        "tokens": arrays["tokens"][places],
    }


def taken(first: Array, rows: Array) -> tuple[Array, Array]:
    """Returns the new `first` of groups `rows`, and the members of those groups."""
    sizes = np.diff(first)[rows]
    return np.append(0, np.cumsum(sizes)), ranges(first[:-1][rows], sizes)


def joined(parts: Sequence[Strings]) -> Strings:
    """Returns the strings of all parts, one part after another."""
    sizes = [np.diff(part.ends) for part in parts]
    ends = np.append(0, np.cumsum(np.concatenate(sizes))).astype(np.int64)
    return Strings(np.concatenate([part.blob for part in parts]), ends)


def united(tables: Sequence[Sequence[str]]) -> tuple[list[str], list[Array]]:
    """Returns all names once, and for each table its codes' new codes; code 0 stays."""
    codes: dict[str, int] = {}
    maps = [
        np.array([0, *(codes.setdefault(name, len(codes) + 1) for name in table)], np.int64)
        for table in tables
    ]
    return list(codes), maps


def combos(parts: Sequence[Arrays]) -> dict[str, Array]:
    """Returns `doc.combo`, `combo.rows` and the names of PARAGRAPH_FACETS."""
    raw: dict[str, Array] = {}
    rows = [part["combo.rows"].copy() for part in parts]
    for column, facet in enumerate(PARAGRAPH_FACETS):
        names, maps = united([Strings.within(part, f"names.{facet.key}").all() for part in parts])
        raw |= Strings.of(names).named(f"names.{facet.key}")
        for table, codes in zip(rows, maps, strict=True):
            old = table[:, column]
            table[:, column] = remasked(old, codes) if facet.key == "theme" else codes[old]
    known, places = np.unique(np.concatenate(rows), axis=0, return_inverse=True)
    starts = np.cumsum([0, *(len(table) for table in rows)])
    places = places.reshape(-1)
    docs = [places[start + part["doc.combo"]] for start, part in zip(starts, parts, strict=False)]
    return raw | {"combo.rows": known, "doc.combo": np.concatenate(docs).astype(np.int32)}


def remasked(masks: Array, codes: Array) -> Array:
    """Returns bit masks whose bit `c - 1` has become bit `codes[c] - 1`."""
    new = np.zeros_like(masks)
    for old, code in enumerate(codes[1:].tolist()):
        new |= (masks >> old & 1) << (code - 1)
    return new


def tokens(parts: Sequence[Arrays]) -> dict[str, Array]:
    """Returns `words` and `tokens`: every word once, and those that nobody uses no more."""
    names, maps = united([Strings.within(part, "words").all() for part in parts])
    run = np.concatenate(
        [codes[1:][part["tokens"]] - 1 for codes, part in zip(maps, parts, strict=True)]
    )
    used = np.flatnonzero(np.bincount(run, minlength=len(names)))
    sorted_rows = sorted(used.tolist(), key=names.__getitem__)
    rank = np.zeros(len(names), np.uint32)
    rank[sorted_rows] = np.arange(len(sorted_rows), dtype=np.uint32)
    words = Strings.of(names[row] for row in sorted_rows)
    return {**words.named("words"), "tokens": smallest(rank[run], len(sorted_rows))}


def firsts(parts: Sequence[Arrays]) -> dict[str, Array]:
    """Returns `report.first` and `token.first` of all parts, one part after another."""
    found = {}
    for name in ("report.first", "token.first"):
        sizes = np.concatenate([np.diff(part[name]) for part in parts])
        found[name] = np.append(0, np.cumsum(sizes)).astype(np.int64)
    return found
