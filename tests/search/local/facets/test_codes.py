"""The bins that reports and paragraphs fall into are those of their values."""

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings

from index.facets import HISTORY_FACETS, PARAGRAPH_FACETS, REPORT_FACETS
from index.grade_history import read_grade_history
from search.local.facets.codes import FacetBins, living_codes
from tests.search.strategies import changes
from tests.search.worlds import index_snapshot


def bins_of(bins, key, values):
    """Return the bins of a facet's values; of no value that of code 0, where there is one."""
    names = bins.columns.names[key]
    codes = [names.index(value) for value in values if value]
    if not codes and key != "theme":
        codes = [0]
    return {bins.slices[key].start + code for code in codes}


def paragraph_bins(bins, paragraph):
    sets = [bins_of(bins, facet.key, facet.values(paragraph)) for facet in PARAGRAPH_FACETS]
    return set().union(*sets)


def report_bins(bins, report, history):
    values = {facet.key: facet.value(report) for facet in REPORT_FACETS}
    values |= {facet.key: facet.value(report, history) for facet in HISTORY_FACETS}
    return set().union(*(bins_of(bins, key, [value]) for key, value in values.items()))


@settings(max_examples=60)
@given(changes)
def test_bins_are_those_of_the_values(changes):
    with tempfile.TemporaryDirectory() as folder:
        snapshot = index_snapshot(Path(folder), *changes)
        bins = FacetBins(snapshot.columns)
        assert bins.count % 8 == 0
        assert bins.count > sum(map(len, bins.columns.names.values()))
        history = read_grade_history(snapshot.reports())
        packed = np.stack([*bins.combo_bits]) if len(bins.of_combos) else []
        for doc in range(snapshot.size):
            own = paragraph_bins(bins, snapshot.paragraph(doc))
            row = int(snapshot.columns.report_of[doc])
            of_report = report_bins(bins, snapshot.facts(row), history)
            combo = int(bins.combo[doc])
            assert set(bins.of_combos[combo].nonzero()[0].tolist()) == own
            assert bits_of([int(word) for word in packed[:, combo]]) == own
            assert set(bins.of_reports[:, row].tolist()) == of_report
            spare = {bins.count - 1}
            assert set(bins.of_paragraphs[doc].tolist()) - spare == own | of_report


def bits_of(words):
    """Return which bits of 32-bit words are set, the words one after another."""
    return {
        32 * place + bit for place, word in enumerate(words) for bit in range(32) if word >> bit & 1
    }


@settings(max_examples=60)
@given(changes)
def test_living_codes_are_those_of_what_was_not_removed(changes):
    with tempfile.TemporaryDirectory() as folder:
        snapshot = index_snapshot(Path(folder), *changes)
        reports = [snapshot.report(name) for name in snapshot.columns.rows]
        paragraphs = [paragraph for report in reports for paragraph in report.paragraphs]
        for facet in PARAGRAPH_FACETS:
            values = {value for paragraph in paragraphs for value in facet.values(paragraph)}
            assert living_names(snapshot, facet.key) == values - {None}
        for facet in REPORT_FACETS:
            assert living_names(snapshot, facet.key) == set(map(facet.value, reports)) - {None}
        history = read_grade_history(reports)
        for facet in HISTORY_FACETS:
            values = {facet.value(report, history) for report in reports}
            assert living_names(snapshot, facet.key) == values - {None}


def living_names(snapshot, key):
    codes = living_codes(snapshot.columns, key)
    assert codes == sorted(set(codes))
    return {snapshot.columns.names[key][code] for code in codes}
