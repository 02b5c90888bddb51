"""Which authorities took the place of which: the list as it is, and the mistakes it may hold."""

from datetime import date

import pytest

from corpus.datafile import DataFile
from corpus.errors import DataError
from corpus.understanding.authority_history import (
    changes_from,
    changes_into,
    load_changes,
    parse_changes,
    redrawn_on,
)

WHOLE = """[bournemouth]
day = 2019-04-01
kind = "merged"
predecessors = ["Bournemouth", "Poole"]
successors = ["Bournemouth, Christchurch and Poole"]
note = "They became one."
"""


def parse(text):
    return parse_changes(DataFile("history.toml", text))


@pytest.mark.parametrize(
    ("name", "predecessors", "day"),
    [
        ("Bournemouth, Christchurch and Poole", ("Bournemouth", "Poole"), date(2019, 4, 1)),
        ("Dorset", ("Dorset",), date(2019, 4, 1)),
        ("North Northamptonshire", ("Northamptonshire",), date(2021, 4, 1)),
        ("West Northamptonshire", ("Northamptonshire",), date(2021, 4, 1)),
        ("Cumberland", ("Cumbria",), date(2023, 4, 1)),
        ("Westmorland and Furness", ("Cumbria",), date(2023, 4, 1)),
        ("Central Bedfordshire", ("Bedfordshire",), date(2009, 4, 1)),
        ("Cheshire East", ("Cheshire",), date(2009, 4, 1)),
    ],
)
def test_an_authority_has_the_predecessors_that_it_came_from(name, predecessors, day):
    (change,) = changes_into(name)
    assert (change.predecessors, change.day) == (predecessors, day)
    assert change.note.endswith(".")


@pytest.mark.parametrize("name", ["Devon", "Northamptonshire", "Poole", "Atlantis"])
def test_an_authority_that_took_no_place_has_no_predecessors(name):
    assert changes_into(name) == ()


@pytest.mark.parametrize(
    ("name", "successors"),
    [
        ("Poole", [("Bournemouth, Christchurch and Poole",)]),
        ("Cumbria", [("Cumberland", "Westmorland and Furness")]),
        ("Dorset", []),  # which still is
        ("Devon", []),
    ],
)
def test_a_former_authority_has_successors(name, successors):
    assert [change.successors for change in changes_from(name)] == successors


@pytest.mark.parametrize(("name", "day"), [("Dorset", date(2019, 4, 1)), ("Cumberland", None)])
def test_only_an_authority_that_kept_its_name_was_redrawn(name, day):
    assert redrawn_on(name) == day


def test_changes_come_in_the_order_of_their_days():
    days = [change.day for change in load_changes()]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2019-04-01", '"2019"', r"history\.toml, line 2: 'day' needs a day"),
        ("2019-04-01", "2019-04-01T00:00:00", r"line 2: 'day' needs a day"),
        ("day = 2019-04-01\n", "", r"line 1: 'day' needs a day"),
        ('"merged"', '"joined"', r"line 3: 'kind' is 'joined', which is none of merged"),
        ('kind = "merged"\n', "", r"line 1: 'kind' is missing"),
        ('"merged"', '"redrawn"', r"line 3: 'kind' 'redrawn': .* keep their names"),
        ('"Poole"]', '"Pole"]', r"line 4: 'Pole' is the name of no authority"),
        ('predecessors = ["Bournemouth", "Poole"]\n', "", r"'predecessors' is missing"),
        ('note = "They became one."', "", r"'note' is missing"),
        ("note", "notes", r"line 6: 'notes' is none of day, kind"),
    ],
)
def test_a_mistake_is_named_with_its_line(old, new, message):
    with pytest.raises(DataError, match=message):
        parse(WHOLE.replace(old, new))
