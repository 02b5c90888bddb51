from dataclasses import replace
from datetime import date

import pytest

from corpus.model import AREAS, KINDS, POLARITIES, THEMES
from tests.corpus.test_contract import REPORT


@pytest.mark.parametrize("choices", [AREAS, KINDS, POLARITIES, THEMES])
def test_no_two_values_of_a_closed_set_share_a_key_or_a_label(choices):
    assert len({choice.key for choice in choices}) == len(choices)
    assert len({choice.label for choice in choices}) == len(choices)


def test_a_report_is_dated_by_its_publication_else_by_the_end_of_the_inspection():
    assert REPORT.dated == date(2011, 4, 15)
    assert replace(REPORT, published=date(2011, 5, 6)).dated == date(2011, 5, 6)
    assert replace(REPORT, inspection_end=None).dated is None
