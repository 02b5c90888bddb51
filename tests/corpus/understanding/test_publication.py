from datetime import date

import pytest

from corpus.understanding.dates import Period
from corpus.understanding.facts import read_facts
from corpus.understanding.publication import read_publication_day, read_publication_month
from tests.corpus.blocks import head, para
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        (["Report published: 8 August 2014"], date(2014, 8, 8)),
        (["Age group: All Published: 29 May 2012"], date(2012, 5, 29)),
        (["Published: Friday 8 August 2014"], date(2014, 8, 8)),
        (["Publication date 3 July 2009"], date(2009, 7, 3)),
        (["28 January 2025", "Ada Marsh", "Dear Ms Marsh"], date(2025, 1, 28)),
        (["Ofsted", "Date: 28 January 2025", "Dear Ms Marsh"], date(2025, 1, 28)),
        (["1. 28 January 2025", "Ada Marsh", "Dear Ms Marsh"], date(2025, 1, 28)),
        (["1.", "28 January 2025", "Ada Marsh", "Dear Ms Marsh"], date(2025, 1, 28)),
        (["January 28, 2025", "Dear Ms Marsh"], date(2025, 1, 28)),
        (["Published on April 22, 2024"], date(2024, 4, 22)),
        (["Date of publication: 04/22/2024"], date(2024, 4, 22)),
        (["Report number A-31-07 | March 4, 2031"], date(2031, 3, 4)),
        (["Published May 2024"], None),
        (["Eastmere", "Inspection dates: 2 to 6 May 2024"], None),
        (["28 January 2025", "no letter"], None),
        (["Dear Ms Marsh", "28 January 2025"], None),
        (["The review was published in June 2015."], None),
    ],
)
def test_the_day_of_publication(opening, published):
    assert read_publication_day(opening) == published


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("Published May 2024", "May 2024"),
        ("Date of publication: Sept. 2024", "Sept 2024"),
        ("July 2031", "July 2031"),
        ("A review that was published in June 2015 has more", None),
        ("Published 3 May 2024", None),
    ],
)
def test_the_month_of_publication_where_no_day_is_printed(line, month):
    assert read_publication_month([line], None) == month
    read = read_facts([head("Inspection of Marrowdale"), para(line)], FRAMEWORK_BY_KEY["ilacs"])
    assert read.published_month == month
    assert (read.published is None) == (line != "Published 3 May 2024")


@pytest.mark.parametrize(
    ("lines", "month"),
    [
        (["November 2031"], None),
        (["December 2031"], None),
        (["October 2031"], "October 2031"),
        (["January 2032"], "January 2032"),
        (["November 2031", "February 2032"], "February 2032"),
        (["Published in December 2031"], "December 2031"),
    ],
)
def test_a_month_alone_that_is_the_inspections_is_not_that_of_publication(lines, month):
    inspection = Period(date(2031, 11, 28), date(2031, 12, 2))
    assert read_publication_month(lines, inspection) == month
