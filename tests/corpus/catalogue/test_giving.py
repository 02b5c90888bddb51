from dataclasses import replace
from datetime import date

import pytest

from corpus.catalogue.giving import complete_report, is_current, list_given, remove_given
from corpus.catalogue.matching import CatalogueIndex
from corpus.catalogue.rows import Catalogue, CatalogueRow
from corpus.model import Doubt
from tests.index.reports import report

DAY = date(2021, 10, 22)
BARE = replace(
    report("unknown-other-00112233", "A text."),
    title="unknown-other-00112233",
    authority=None,
    region=None,
    published=None,
    inspection_start=None,
    inspection_end=None,
    doubts=(Doubt("authority-missing", "none"), Doubt("dates-missing", "none"), Doubt("text-lost", "x")),
)  # fmt: skip
PRINTED = replace(
    report("devon-ilacs-2021-10-22", "A text.", authority="Devon", day=DAY),
    title="Inspection of Devon",
    publisher="Ofsted",
    inspection_start=date(2021, 10, 1),
    inspection_end=DAY,
)


def index(*rows, name="list.csv"):
    return CatalogueIndex(Catalogue(name, rows))


def row_of(target, **facts):
    return CatalogueRow(line=2, sha256=target.source.sha256, **facts)


ALL_FACTS = {
    "authority": "devon county council",
    "published": date(2021, 11, 1),
    "inspection_start": date(2021, 10, 1),
    "inspection_end": DAY,
    "title": "A list's title",
    "urn": "80461",
    "source_url": "https://example.org/1",
    "publisher": "Ofsted",
}


def test_what_is_not_printed_is_given_and_named_and_ids_stay():
    completed = complete_report(BARE, [index(row_of(BARE, **ALL_FACTS))])
    assert {field: getattr(completed, field) for field in ALL_FACTS} == {
        **ALL_FACTS,
        "authority": "Devon",
    }
    assert completed.region == "South West"
    assert completed.from_catalogue == tuple(sorted(ALL_FACTS))
    assert (completed.id, completed.paragraphs) == (BARE.id, BARE.paragraphs)
    assert [doubt.kind for doubt in completed.doubts] == ["text-lost"]


def test_what_is_printed_wins_and_a_contradiction_is_a_doubt():
    facts = {**ALL_FACTS, "publisher": "Care Quality Commission"}
    completed = complete_report(PRINTED, [index(row_of(PRINTED, **facts))])
    assert (completed.published, completed.publisher, completed.title) == (
        PRINTED.published,
        "Ofsted",
        PRINTED.title,
    )
    assert completed.from_catalogue == ("source_url", "urn")
    messages = [doubt.message for doubt in completed.doubts if doubt.kind == "catalogue-conflict"]
    assert messages == [
        "list.csv says published 2021-11-01, the report prints 2021-10-22, which counts",
        "list.csv says publisher Care Quality Commission, the report prints Ofsted, which counts",
    ]


@pytest.mark.parametrize("authority", ["devon", "Devon County Council", "DEVON"])
def test_another_style_of_a_name_is_no_contradiction(authority):
    row = row_of(PRINTED, authority=authority, publisher="OFSTED", published=DAY, title="Other")
    assert complete_report(PRINTED, [index(row)]) == PRINTED


def test_rows_that_say_different_things_give_nothing_and_are_a_doubt():
    rows = (row_of(PRINTED, urn="1"), replace(row_of(PRINTED, urn="2"), line=3))
    completed = complete_report(PRINTED, [index(*rows)])
    assert completed.urn is None
    assert [doubt.kind for doubt in completed.doubts] == ["catalogue-ambiguous"]


def test_a_row_of_another_content_of_the_file_is_doubted():
    row = CatalogueRow(line=2, sha256="ff" * 32, authority="Devon", published=DAY, urn="1")
    completed = complete_report(PRINTED, [index(row)])
    assert completed.urn == "1"
    assert "its SHA-256 differs" in completed.doubts[-1].message


def test_a_report_that_no_longer_stands_says_so():
    completed = complete_report(PRINTED, [index(row_of(PRINTED, replaced_by="another"))])
    assert completed.withdrawn == "replaced by another"
    assert completed.from_catalogue == ("withdrawn",)
    assert remove_given(completed) == PRINTED


def test_of_several_catalogues_the_first_counts_and_the_others_fill_in():
    first = index(row_of(BARE, urn="1"), name="new.csv")
    second = index(row_of(BARE, urn="2", source_url="https://example.org/2"), name="old.csv")
    completed = complete_report(BARE, [first, second])
    assert (completed.urn, completed.source_url) == ("1", "https://example.org/2")
    assert (
        completed.doubts[-1].message == "old.csv says urn 2, another catalogue says 1, which counts"
    )


def test_a_period_that_ends_before_it_begins_is_not_taken():
    row = row_of(BARE, inspection_start=DAY, inspection_end=date(2021, 10, 1))
    assert complete_report(BARE, [index(row)]) == BARE


def test_what_was_given_can_be_taken_away_again():
    completed = complete_report(BARE, [index(row_of(BARE, **ALL_FACTS))])
    assert remove_given(completed) == replace(BARE, doubts=BARE.doubts[-1:])
    assert remove_given(PRINTED) == PRINTED


@pytest.mark.parametrize("target", [BARE, PRINTED], ids=["bare", "printed"])
def test_a_report_is_current_until_the_catalogue_says_something_else(target):
    old, new = (
        index(row_of(target, **ALL_FACTS)),
        index(row_of(target, **{**ALL_FACTS, "urn": "9"})),
    )
    completed = complete_report(target, [old])
    assert is_current(completed, [old])
    assert not is_current(completed, [new])
    assert not is_current(completed, [])
    assert not is_current(target, [old])
    assert is_current(target, [])
    assert list_given(target) == ()
    moved = index(replace(row_of(target, **ALL_FACTS), line=70))
    assert is_current(completed, [moved])
