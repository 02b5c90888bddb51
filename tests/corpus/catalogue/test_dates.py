from datetime import date, datetime

import pytest

from corpus.catalogue.dates import cell_text, has_month_first, read_date

LAST = date(2024, 12, 31)


@pytest.mark.parametrize(
    "cell",
    [
        *("2024-12-31", "2024/12/31", "2024.12.31", "2024-12-31T00:00:00", "2024-12-31 09:30"),
        *("2024-12-31T00:00:00.000Z", "2024-12-31T00:00:00+01:00"),
        *(
            "31/12/2024",
            "31.12.2024",
            "31-12-2024",
            "31 12 2024",
            "31/12/2024 00:00",
            " 31/12/2024 ",
        ),
        *("31 December 2024", "31 Dec 2024", "31-Dec-2024", "31-Dec-24", "31st December 2024"),
        *("Tuesday 31 December 2024", "Tue, 31 Dec 2024", "31st of december, 2024", "31DEC2024"),
        *("December 31, 2024", "Dec. 31 2024", "45657", "45657.5"),
    ],
)
def test_a_date_is_read_however_it_is_written(cell):
    assert read_date(cell) == LAST


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        ("12/31/2024", "has the month first"),
        ("31/12/24", "is no date that I know"),
        ("31/02/2024", "is no day of the calendar"),
        ("2024-13-01", "is no day of the calendar"),
        ("31 Decembre 2024", "is no date that I know"),
        ("December 2024", "is no date that I know"),
        ("2024", "is no date that I know"),
        ("tbc", "is no date that I know"),
        ("31/12/2204", "of the year 2204"),
        ("1900-01-01", "of the year 1900"),
        ("00/00/0000", "is no day of the calendar"),
        ("31/12-2024", "is no date that I know"),
        ("99999", "of the year 2173"),
    ],
)
def test_what_is_no_sure_date_is_refused_with_its_cause(cell, cause):
    with pytest.raises(ValueError, match=cause) as error:
        read_date(cell)
    assert "write it as 2024-12-31 or 31/12/2024" in str(error.value)


def test_in_a_column_with_the_month_first_a_date_that_may_be_either_is_refused():
    assert has_month_first(["05/06/2024", "12/31/2024"])
    assert not has_month_first(["05/06/2024", "31/12/2024", "2024-05-06", "x"])
    with pytest.raises(ValueError, match="day first or month first"):
        read_date("05/06/2024", has_month_first=True)
    assert read_date("05/06/2024") == date(2024, 6, 5)
    assert read_date("06/06/2024", has_month_first=True) == date(2024, 6, 6)
    assert read_date("31/12/2024", has_month_first=True) == LAST


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (80461, "80461"),
        (80461.0, "80461"),
        (1.5, "1.5"),
        (datetime(2024, 12, 31, 9, 30), "2024-12-31"),
        (LAST, "2024-12-31"),
        ("  Kent ", "Kent"),
    ],
)
def test_a_cell_of_a_workbook_is_text(value, text):
    assert cell_text(value) == text
