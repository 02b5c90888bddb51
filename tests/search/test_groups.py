"""A group is of listed or held authorities under the names they go by, and never of the one asked."""

from datetime import date

import pytest

from corpus.understanding.authorities import list_neighbours, load_authorities
from search.groups import (
    MAX_NAMES,
    GroupProblem,
    absent_group,
    resolve_group,
    usual_group,
    without_authority,
)
from search.model import Group
from tests.index.reports import report
from tests.search.engines.fake import FakeEngine

BCP = "Bournemouth, Christchurch and Poole"
CITY = "City of London Corporation"
FORMS = "is neighbours-of:NAME or region-of:NAME or same-grade-as:NAME or list:NAME,NAME"


def graded(name, authority, overall="good", region=None):
    return report(
        name, "A plan.", authority=authority, overall=overall, region=region, day=date(2019, 5, 1)
    )


ENGINE = FakeEngine(
    [
        graded("r1", "Devon"),
        graded("r2", "Torbay"),
        graded("r3", "Marrowdale", "inadequate", "Ash Valley"),
        graded("r4", "Tarnsea", "inadequate", "Ash Valley"),
        graded("r5", "Kent", "outstanding"),
    ]
)


def resolved(typed):
    group = resolve_group(typed, ENGINE)
    assert isinstance(group, Group), group
    return group


@pytest.mark.parametrize("typed", ["neighbours-of:Devon", "Neighbours-of: DEVON county council "])
def test_statistical_neighbours_are_those_listed(typed):
    neighbours = tuple(one.name for one in list_neighbours("Devon"))
    text = f"the {len(neighbours)} statistical neighbours of Devon"
    assert resolved(typed) == Group("neighbours-of:Devon", text, neighbours)


def test_a_region_has_the_listed_authorities_but_the_one_asked():
    group = resolved("region-of:devon")
    assert {"Cornwall", "Torbay", BCP} <= set(group.authorities)
    assert "Devon" not in group.authorities
    assert group.text == (
        f"the {len(group.authorities)} other authorities in the region South West"
    )


@pytest.mark.parametrize(
    ("typed", "text", "authorities"),
    [
        (
            "region-of:marrowdale",
            "the one other authority in the region Ash Valley",
            ("Tarnsea",),
        ),
        ("same-grade-as:Devon", "the one other authority last graded good", ("Torbay",)),
        ("list:Devon, kent county council,Devon", "Devon and Kent", ("Devon", "Kent")),
        ("list:Tarnsea", "Tarnsea", ("Tarnsea",)),
        (f"list:{BCP},Kent", f"{BCP} and Kent", (BCP, "Kent")),
        ("list:Bristol, City of", "Bristol", ("Bristol",)),
        # Side by side these might be taken for one name, as a council is printed.
        ("list:York,City of London", f"York and {CITY}", ("York", CITY)),
        (f"list:Kent,{BCP}", f"Kent and {BCP}", ("Kent", BCP)),
        (
            "list:Devon,Kent,Torbay,Tarnsea,Leeds",
            "Devon, Kent, Torbay and 2 more",
            ("Devon", "Kent", "Torbay", "Tarnsea", "Leeds"),
        ),
    ],
)
def test_who_is_in_a_group(typed, text, authorities):
    group = resolved(typed)
    assert (group.text, group.authorities) == (text, authorities)
    assert resolved(group.value) == group


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", FORMS),
        ("Devon", FORMS),
        ("list:", FORMS),
        ("friends-of:Devon", FORMS),
        ("neighbours-of: ", FORMS),
        ("list:,", f"is a list of 1 to {MAX_NAMES} authorities"),
        ("list:Devon,Kennt", "is of authorities, and none is called Kennt; did you mean Kent?"),
        ("region-of:Atlantis", "is of authorities, and none is called Atlantis"),
        ("list:" + "x" * 90, f"is of authorities, and none is called {'x' * 40}…"),
        (
            "neighbours-of:Marrowdale",
            "is of no authority: Marrowdale has no statistical neighbours",
        ),
        ("same-grade-as:Kent", "is of no authority: Kent has no latest grade that others have"),
        ("same-grade-as:Leeds", "is of no authority: Leeds has no latest grade that others have"),
    ],
)
def test_what_is_no_group_is_told(typed, expected):
    assert resolve_group(typed, ENGINE) == GroupProblem(expected)


def test_a_list_has_a_bound():
    names = [one.name for one in load_authorities()]
    assert len(resolved(f"list:{','.join(names[:MAX_NAMES])}").authorities) == MAX_NAMES
    too_many = resolve_group(f"list:{','.join(names[: MAX_NAMES + 1])}", ENGINE)
    assert too_many == GroupProblem(f"is a list of 1 to {MAX_NAMES} authorities")


def test_a_group_that_no_report_is_on_is_told():
    assert absent_group(resolved("list:Leeds,Tarnsea"), ENGINE) is None
    absence = absent_group(resolved("list:Leeds,Bolton"), ENGINE)
    assert absence == "This collection has no report on any of Leeds and Bolton."
    absence = absent_group(resolved("list:Leeds"), ENGINE)
    assert absence == "This collection has no report on Leeds."


@pytest.mark.parametrize(
    ("name", "value"),
    [("Devon", "neighbours-of:Devon"), ("Tarnsea", "region-of:Tarnsea"), ("Atlantis", None)],
)
def test_the_usual_peers_are_of_the_first_kind_that_there_are(name, value):
    group = usual_group(name, ENGINE)
    assert (group.value if group else None) == value


def test_an_authority_is_taken_out_of_a_list():
    group = resolved("list:Devon,Kent")
    assert without_authority(group, "Devon") == resolved("list:Kent")
    assert without_authority(group, "Leeds") is group
    assert without_authority(resolved("list:Kent"), "Kent") is None
