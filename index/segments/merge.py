"""Merge segments: the reports to keep as the stored columns of one, with one set of codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from index.facets import COMBO_COLUMNS, PARAGRAPH_FACETS, REPORT_FACETS, THEME
from index.segments.arrays import Array, Arrays
from index.segments.build import CODED_COLUMNS, NUMBER_COLUMNS
from index.segments.numeric import concatenate_ranges, to_narrowest
from index.segments.strings import Strings

REPORT_STRINGS = ("report.ids", "report.facts", "report.file", "report.sha")
DOC_STRINGS = ("doc.ids", "doc.text")
REPORT_COLUMNS = (
    "report.date",
    "report.reader",
    *(f"report.{facet.key}" for facet in REPORT_FACETS),
)
DOC_COLUMNS = (*(f"doc.{name}" for name in (*NUMBER_COLUMNS, *CODED_COLUMNS)), "doc.combo")
UNCODED_COLUMNS = ("report.date", "report.reader", *(f"doc.{name}" for name in NUMBER_COLUMNS))
# Each column of codes, and the key of its table of names.
CODE_TABLES = {
    **{f"report.{facet.key}": facet.key for facet in REPORT_FACETS},
    **{f"doc.{name}": name for name in CODED_COLUMNS},
}


def merge_segments(segments: Sequence[Arrays], report_rows: Sequence[Array]) -> dict[str, Array]:
    """Return the stored columns of reports of several segments: `report_rows`, one array each."""
    parts = [
        select_reports(arrays, rows) for arrays, rows in zip(segments, report_rows, strict=True)
    ]
    merged: dict[str, Array] = {}
    for name in (*REPORT_STRINGS, *DOC_STRINGS):
        strings = Strings.concatenate(Strings.from_arrays(part, name) for part in parts)
        merged |= strings.to_arrays(name)
    for name in UNCODED_COLUMNS:
        merged[name] = np.concatenate([part[name] for part in parts])
    for name, key in CODE_TABLES.items():
        names, maps = unify_codes(
            [Strings.from_arrays(part, f"names.{key}").all() for part in parts]
        )
        merged |= Strings.of(names).to_arrays(f"names.{key}")
        columns = [new_codes[part[name]] for new_codes, part in zip(maps, parts, strict=True)]
        merged[name] = np.concatenate(columns).astype(np.int32)
    return merged | merge_combinations(parts) | merge_tokens(parts) | merge_offsets(parts)


def select_reports(arrays: Arrays, rows: Array) -> dict[str, Array]:
    """Return the stored columns of the reports `rows` of one segment, its tables unchanged."""
    first, docs = select_groups(arrays["report.first"], rows)
    token_first, places = select_groups(arrays["token.first"], docs)
    tables = ("names.", "words.", "combo.")
    part = {name: array for name, array in arrays.items() if name.startswith(tables)}
    for selected, columns, strings in (
        (rows, REPORT_COLUMNS, REPORT_STRINGS),
        (docs, DOC_COLUMNS, DOC_STRINGS),
    ):
        part |= {name: arrays[name][selected] for name in columns}
        for name in strings:
            part |= Strings.from_arrays(arrays, name).take(selected).to_arrays(name)
    return part | {
        "report.first": first,
        "token.first": token_first,
        "tokens": arrays["tokens"][places],
        "hyphens": np.flatnonzero(mark(arrays["hyphens"], len(arrays["tokens"]))[places]),
    }


def mark(numbers: Array, size: int) -> Array:
    """Return which of the numbers from 0 up to `size` are among `numbers`, bool (size)."""
    marked = np.zeros(size, bool)
    marked[numbers] = True
    return marked


def select_groups(first: Array, groups: Array) -> tuple[Array, Array]:
    """Return the new offsets of `groups`, and their members, where `first` has the old offsets."""
    sizes = np.diff(first)[groups]
    return np.append(0, np.cumsum(sizes)), concatenate_ranges(first[:-1][groups], sizes)


def unify_codes(tables: Sequence[Sequence[str]]) -> tuple[list[str], list[Array]]:
    """Return the names of all tables once, and per table the new code of each old one, int64.

    Codes count from 1 in the order of the names; code 0 (none) stays 0.
    """
    codes: dict[str, int] = {}
    maps = [
        np.array([0, *(codes.setdefault(name, len(codes) + 1) for name in table)], np.int64)
        for table in tables
    ]
    return list(codes), maps


def merge_combinations(parts: Sequence[Arrays]) -> dict[str, Array]:
    """Return `doc.combo`, `combo.rows` and the names of PARAGRAPH_FACETS."""
    merged: dict[str, Array] = {}
    all_maps: dict[str, list[Array]] = {}
    for facet in PARAGRAPH_FACETS:
        names, all_maps[facet.key] = unify_codes(
            [Strings.from_arrays(part, f"names.{facet.key}").all() for part in parts]
        )
        merged |= Strings.of(names).to_arrays(f"names.{facet.key}")
    tables = recode_combinations([part["combo.rows"] for part in parts], all_maps)
    combinations, rows = np.unique(np.concatenate(tables), axis=0, return_inverse=True)
    starts = np.cumsum([0, *(len(table) for table in tables)])
    rows = rows.reshape(-1)
    docs = [rows[start + part["doc.combo"]] for start, part in zip(starts, parts, strict=False)]
    return merged | {"combo.rows": combinations, "doc.combo": np.concatenate(docs).astype(np.int32)}


def recode_combinations(
    tables: Sequence[Array], new_codes: Mapping[str, Sequence[Array]]
) -> list[Array]:
    """Return `combo.rows` of several segments by other codes: those of each facet, per segment."""
    recoded = [table.copy() for table in tables]
    for number, table in enumerate(recoded):
        for column, (key, _) in enumerate(COMBO_COLUMNS):
            table[:, column] = recode_facet(key, table[:, column], new_codes[key][number])
    return recoded


def recode_facet(key: str, column: Array, new_codes: Array) -> Array:
    """Return a facet's column with each code replaced by its new one, in masks of themes too."""
    return recode_masks(column, new_codes) if key == THEME else new_codes[column]


def recode_masks(masks: Array, new_codes: Array) -> Array:
    """Return bit masks with bit `c - 1` moved to bit `new_codes[c] - 1`."""
    recoded = np.zeros_like(masks)
    for bit, code in enumerate(new_codes[1:].tolist()):
        recoded |= (masks >> bit & 1) << (code - 1)
    return recoded


def merge_tokens(parts: Sequence[Arrays]) -> dict[str, Array]:
    """Return `words`, without those that no longer occur, `tokens` and `hyphens`."""
    words, maps = unify_codes([Strings.from_arrays(part, "words").all() for part in parts])
    rows = np.concatenate(
        [codes[1:][part["tokens"]] - 1 for codes, part in zip(maps, parts, strict=True)]
    )
    used = np.flatnonzero(np.bincount(rows, minlength=len(words)))
    in_order = sorted(used.tolist(), key=words.__getitem__)
    ranks = np.zeros(len(words), np.uint32)
    ranks[in_order] = np.arange(len(in_order), dtype=np.uint32)
    return {
        **Strings.of(words[row] for row in in_order).to_arrays("words"),
        "tokens": to_narrowest(ranks[rows], len(in_order)),
        "hyphens": to_narrowest(merge_places(parts, "hyphens"), len(rows)),
    }


def merge_places(parts: Sequence[Arrays], name: str) -> Array:
    """Return an array of places in `tokens` of all parts, one part after another."""
    starts = np.cumsum([0, *(len(part["tokens"]) for part in parts)])
    places = [part[name] + start for part, start in zip(parts, starts, strict=False)]
    return np.concatenate(places).astype(np.int64)


def merge_offsets(parts: Sequence[Arrays]) -> dict[str, Array]:
    """Return `report.first` and `token.first` of all parts, one part after another."""
    merged = {}
    for name in ("report.first", "token.first"):
        sizes = np.concatenate([np.diff(part[name]) for part in parts])
        merged[name] = np.append(0, np.cumsum(sizes)).astype(np.int64)
    return merged
