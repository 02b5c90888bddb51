"""No half of a surrogate pair is in the texts of an indexed report, whoever put it in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.characters import without_surrogates
from corpus.model import Doubt, Judgement, Source
from index.registry.well_formed import well_formed
from tests.index.reports import report

HALVES = "a\ud800b\udfffc"
SENT = "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        (HALVES, SENT),
        ("plain", "plain"),
        ("naïve 😀", "naïve 😀"),
        ("\ud83d\ude00", "\ufffd\ufffd"),
    ],
)
def test_a_sign_stands_for_each_half(text, sent):
    assert without_surrogates(text) == sent


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_can_be_sent(text):
    assert without_surrogates(text).encode() is not None


@pytest.mark.parametrize("name", ["title", "authority", "region", "lead_inspector", "publisher"])
def test_each_fact_of_a_report_can_be_sent(name):
    changed = well_formed(replace(report("ash", "Plans."), **{name: HALVES}))
    assert getattr(changed, name) == SENT


def test_paragraphs_judgements_and_doubts_can_be_sent():
    asked = replace(
        report("ash", HALVES),
        judgements=(Judgement(HALVES, "good", None),),
        doubts=(Doubt("kind", HALVES),),
    )
    changed = well_formed(asked)
    assert [paragraph.text for paragraph in changed.paragraphs] == [SENT]
    assert [paragraph.id for paragraph in changed.paragraphs] == [asked.paragraphs[0].id]
    assert (changed.judgements[0].name, changed.doubts[0].message) == (SENT, SENT)


def test_the_name_of_the_file_stays():
    source = Source("\udcff.pdf", "0" * 64, None)
    assert well_formed(replace(report("ash", HALVES), source=source)).source == source


def test_a_report_that_can_be_sent_is_the_same():
    whole = report("ash", "Plans are naïve 😀.")
    assert well_formed(whole) is whole
