from datetime import date

import pytest

from corpus.catalogue.matching import CatalogueIndex
from corpus.catalogue.rows import Catalogue, CatalogueRow
from corpus.corrections.file import Corrections
from corpus.corrections.supplements import (
    Supplements,
    as_read,
    is_current,
    list_supplements,
    supplement,
)
from tests.index.reports import report

ASH = report("ash", "One.", "Two.", day=None)
LIST = CatalogueIndex(
    Catalogue(
        "list.csv",
        (CatalogueRow(line=2, sha256=ASH.source.sha256, urn="7", published=date(2020, 1, 1)),),
    )
)
CORRECTIONS = Corrections(
    {"ash": {"published": date(2024, 5, 1), "title": "Better"}, "ash/p2": {"themes": ("health",)}}
)
BOTH = Supplements([LIST], CORRECTIONS)


def test_catalogues_come_first_and_corrections_count():
    added = supplement(ASH, BOTH)
    assert (added.urn, added.published, added.title) == ("7", date(2024, 5, 1), "Better")
    assert added.paragraphs[1].themes == ("health",)
    assert added.corrections[0].read == "2020-01-01"


@pytest.mark.parametrize(
    "supplements",
    [Supplements(), Supplements([LIST]), Supplements((), CORRECTIONS), BOTH],
    ids=["nothing", "catalogue", "corrections", "both"],
)
def test_what_was_added_can_be_taken_away_and_told_from_other(supplements):
    added = supplement(ASH, supplements)
    assert as_read(added) == ASH
    assert is_current(added, supplements)
    others = [Supplements(), Supplements([LIST]), Supplements((), CORRECTIONS), BOTH]
    current = [other for other in others if is_current(added, other)]
    assert len(current) == 1
    assert bool(list_supplements(added)) == (supplements != Supplements())


def test_only_what_may_change_is_looked_at():
    assert not Supplements().may_apply_to("ash")
    assert Supplements((), CORRECTIONS).may_apply_to("ash")
    assert not Supplements((), CORRECTIONS).may_apply_to("elm")
    assert Supplements([LIST]).may_apply_to("elm")
