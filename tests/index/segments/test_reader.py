"""A segment's reader gives back reports as they were put in, and postings as counted plainly."""

from collections import Counter
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given

from corpus.model import Doubt
from index.analysis import stem, terms
from index.segments import inverted
from index.segments.reader import names_in_mask
from tests.index.reports import open_reader, report
from tests.index.segments.drawn import reports

ASH = report("ash", "Plans are timely, plans are made.", "A plan.", "")
ELM = report("elm", *(f"Plan {number} is late." for number in range(40)))
FORMS = {"exact": str, "text": stem}


@pytest.fixture
def reader(tmp_path):
    return open_reader(tmp_path, ASH, ELM)


@given(drawn=reports(max_size=3))
def test_paragraphs_and_facts_come_back_as_they_were(tmp_path_factory, drawn):
    reader = open_reader(tmp_path_factory.mktemp("data"), *drawn)
    paragraphs = [paragraph for report in drawn for paragraph in report.paragraphs]
    for doc, paragraph in enumerate(paragraphs):
        restored = reader.paragraph(doc)
        assert in_one_order(restored) == in_one_order(paragraph)
        assert reader.paragraph_id(doc) == paragraph.id
    assert reader.report_ids == [report.id for report in drawn]
    assert [reader.report(row).authority for row in range(len(drawn))] == [
        report.authority for report in drawn
    ]


def in_one_order(paragraph):
    """A paragraph with its themes in alphabetical order: a mask has no order of its own."""
    themes = {
        name: tuple(sorted(getattr(paragraph, name))) for name in ("themes", "section_themes")
    }
    return replace(paragraph, **themes)


def test_a_report_is_parsed_once(reader):
    assert reader.report(1) is reader.report(1)
    assert reader.report(1).paragraphs == ()


def counts_of(field, word):
    """How often a word stands in each paragraph that has it."""
    texts = [paragraph.text for report in (ASH, ELM) for paragraph in report.paragraphs]
    counts = [list(map(FORMS[field], terms(text))).count(word) for text in texts]
    return {doc: count for doc, count in enumerate(counts) if count}


@pytest.mark.parametrize("field", ["exact", "text"])
def test_postings_are_those_of_a_plain_count(reader, field):
    for row, word in enumerate(reader.lexicon(field).all()):
        expected = counts_of(field, word)
        docs, counts = reader.postings(field, row)
        assert dict(zip(docs.tolist(), counts.tolist(), strict=True)) == expected
        assert reader.occurrences(field, row) == sum(expected.values())
        assert reader.row(field, word) == row
        places = reader.places(field, row)
        assert places.tolist() == sorted(places.tolist())
        assert Counter(reader.docs_of(places).tolist()) == expected


@pytest.mark.parametrize("field", ["exact", "text"])
@pytest.mark.parametrize("words", [("plan", "are"), ("late", "plan"), ("a",), ()])
@pytest.mark.parametrize("as_range", [False, True])
def test_postings_of_several_words_are_their_sum(reader, field, words, as_range):
    rows = reader.rows(field, words)
    if as_range:
        rows = range(min(rows, default=0), max(rows, default=-1) + 1)
    expected = Counter()
    for row in rows:
        expected.update(counts_of(field, reader.lexicon(field)[row]))
    docs, counts = reader.union_postings(field, rows)
    assert docs.tolist() == sorted(expected)
    assert dict(zip(docs.tolist(), counts.tolist(), strict=True)) == expected


def test_words_that_the_segment_lacks_have_no_row(reader):
    assert reader.row("exact", "nobody") is None
    assert reader.rows("exact", ["nobody", "plan"]) == [reader.row("exact", "plan")]


@pytest.mark.parametrize(("field", "sizes"), [("exact", (2, 41)), ("text", (42,))])
def test_sizes_count_places_of_words_and_paragraphs_of_stems(reader, field, sizes):
    words = ("plans", "plan") if field == "exact" else ("plan",)
    rows = [reader.row(field, word) for word in words]
    assert reader.sizes(field)[rows].tolist() == list(sizes)


def test_a_stems_surfaces_are_the_words_that_have_it(reader):
    surfaces = reader.surfaces(reader.row("text", "plan"))
    assert [reader.words[row] for row in surfaces] == ["plan", "plans"]


def test_tokens_of_paragraphs_come_in_the_order_asked(reader):
    rows = reader.tokens_of(np.array([1, 2, 0])).tolist()
    expected = terms(ASH.paragraphs[1].text) + terms(ASH.paragraphs[0].text)
    assert [reader.words[row] for row in rows] == expected


def test_each_place_is_in_its_paragraph_however_paragraphs_lie_in_blocks(reader):
    places = np.arange(len(reader.tokens))
    expected = np.repeat(np.arange(reader.size), np.diff(reader.token_first))
    assert reader.docs_of(places).tolist() == expected.tolist()


def test_rows_of_words_are_cached_with_a_bound(tmp_path, monkeypatch):
    monkeypatch.setattr(inverted, "MAX_CACHED_ROWS", 3)
    reader = open_reader(tmp_path, ASH)
    words = reader.words.all()
    rows = [reader.row("exact", word) for word in (*words, *words, "nobody")]
    assert rows == [*range(len(words)), *range(len(words)), None]
    assert reader._find["exact"].cache_info().currsize == 3 < len(words)


@pytest.mark.parametrize(
    ("mask", "names"), [(0, ()), (0b1, ("a",)), (0b100, ("c",)), (0b111, ("a", "b", "c"))]
)
def test_a_mask_names_what_its_bits_stand_for(mask, names):
    assert names_in_mask((None, "a", "b", "c"), mask) == names


def test_reports_that_no_longer_stand_are_told_from_those_that_only_speak_of_it(tmp_path):
    doubt = Doubt("text-lost", 'it prints "withdrawn": "yes"')
    reports = [
        report("ash", "A plan."),
        report("elm", "A plan.", withdrawn="withdrawn"),
        report("fir", "A plan.", title='A "withdrawn": "yes" report', doubts=(doubt,)),
        report("oak", "A plan.", withdrawn="replaced by ash"),
    ]
    reader = open_reader(tmp_path, *reports)
    assert reader.withdrawn_reports().tolist() == [False, True, False, True]
    assert open_reader(tmp_path, ASH).withdrawn_reports().tolist() == [False]


def test_the_overall_grades_of_reports_are_those_of_their_facts(tmp_path):
    reports = [
        report("ash", "A plan.", overall="good", scale="ofsted", day=date(2019, 5, 1)),
        report("elm", "A plan.", overall=None, inspection_end=date(2018, 2, 3)),
        report("fir", "A plan.", authority="broken \ud800 name", withdrawn="withdrawn"),
        report("oak", "A plan.", title="broken \ud800 title"),
    ]
    facts = ("id", "authority", "framework", "scale", "overall", "withdrawn", "dated")
    read = open_reader(tmp_path, *reports).graded_reports
    for one, expected in zip(read, reports, strict=True):
        assert [getattr(one, name) for name in facts] == [getattr(expected, name) for name in facts]
