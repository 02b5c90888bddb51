"""The counted values of a facet as they are listed: with labels, in the facet's order."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from corpus.characters import caseless
from corpus.registry import label
from index.columns import Columns
from index.facets import FACET
from search.facet_order import listing_order, sort_key_of
from search.local.facets.codes import living_codes
from search.local.facets.counts import CodeCounts
from search.model import Facet, FacetValue


class CodedValues(msgspec.Struct, frozen=True, eq=False):
    """The values that a facet has in one snapshot.

    `names` and `labels` are by code, of which 0 is no value; `codes`, of the values that a living
    report or paragraph has, are sorted as the facet's values are listed, by name where those with
    most paragraphs come first (`by_count`).
    """

    key: str
    names: tuple[str, ...]
    labels: tuple[str, ...]
    codes: tuple[int, ...]
    by_count: bool


def coded_values(columns: Columns) -> dict[str, CodedValues]:
    """Return the values of every facet of a snapshot."""
    return {
        key: values_of_facet(key, names, living_codes(columns, key))
        for key, names in columns.names.items()
    }


def values_of_facet(key: str, names: Sequence[str | None], codes: Collection[int]) -> CodedValues:
    """Return the values of a facet that has `names` by code, of which `codes` are living."""
    texts, sort_key = tuple(name or "" for name in names), sort_key_of(key)
    labels = tuple([label(key, name) for name in texts])
    place = sort_key or str
    in_order = sorted(codes, key=lambda code: place(texts[code]))
    return CodedValues(key, texts, labels, tuple(in_order), sort_key is None)


def list_facet(values: CodedValues, counts: CodeCounts, selected: Sequence[str]) -> Facet:
    """Return a facet with the values that any match has, and those selected."""
    paragraphs, reports = counts[0].tolist(), counts[1].tolist()
    selected_codes, unknown = match_selected(values, selected)
    codes = [code for code in values.codes if paragraphs[code] or code in selected_codes]
    if values.by_count:
        codes.sort(key=paragraphs.__getitem__, reverse=True)  # equal ones stay sorted by name
    names, labels = values.names, values.labels
    listed = [
        FacetValue(
            names[code], labels[code], paragraphs[code], reports[code], code in selected_codes
        )
        for code in codes
    ]
    if unknown:
        listed += [FacetValue(name, label(values.key, name), 0, 0, True) for name in unknown]
        listed.sort(key=listing_order(values.key))
    return Facet(values.key, FACET[values.key].label, tuple(listed))


def match_selected(
    values: CodedValues, selected: Sequence[str]
) -> tuple[Collection[int], list[str]]:
    """Return the codes of the values selected, in any case, and those that the collection lacks."""
    if not selected:
        return (), []
    folded = {code: caseless(values.names[code]) for code in values.codes}
    by_folded = {caseless(value): value for value in selected}
    selected_codes = {code for code, name in folded.items() if name in by_folded}
    missing = by_folded.keys() - folded.values()
    return selected_codes, [value for name, value in by_folded.items() if name in missing]
