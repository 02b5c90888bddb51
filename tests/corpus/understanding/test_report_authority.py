import pytest

from corpus.understanding.report_authority import find_report_authority, strip_council_words


@pytest.mark.parametrize(
    ("opening", "name", "region"),
    [
        (["Focused visit to Devon local authority children's services"], "Devon", "South West"),
        (["Focused visit to Eastmere children's services"], "Eastmere", None),
        (["Focused visit to Kingsmouth City Council children's services"], "Kingsmouth", None),
        (["Monitoring visit of Eastmere Borough Council children's services"], "Eastmere", None),
        (["Focused visit to Durham's children's services"], "Durham", "North East"),
        (["Focused visit to the London Borough of Sutton children's services"], "Sutton", "London"),
        (["Inspection of City of Wolverhampton local authority children's services"], "Wolverhampton", "West Midlands"),
        (["Inspection of Upper Marl local authority children's services"], "Upper Marl", None),
        (["Area SEND inspection of Eastmere Local Area Partnership"], "Eastmere", None),
        (["Focused visit to Eastmere Children's Trust"], "Eastmere Children's Trust", None),
        (["Joint area SEND revisit in Hull"], "Kingston upon Hull", "Yorkshire and the Humber"),
        (["Joint local area SEND inspection in Eastmere"], "Eastmere", None),
        (["Eastmere Children's Services Authority Area"], "Eastmere", None),
        (["Joint targeted area inspection of Leeds"], "Leeds", "Yorkshire and the Humber"),
        (["Joint targeted area inspection of the multi-agency response to neglect in Derby City"], "Derby", "East Midlands"),
        (["Joint targeted area inspection of the multi-agency response to neglect in Eastmere"], "Eastmere", None),
        (["Metropolitan Borough of Barnsley Council", "Inspection of services for children"], "Barnsley", "Yorkshire and the Humber"),
        (["Inspection of looked after children services", "Eastmere Metropolitan Borough Council"], "Eastmere", None),
        (["Bristol City of", "Inspection of children's social care services"], "Bristol", "South West"),
        (["Inspection of progress in the London Borough of Haringey"], "Haringey", "London"),
        (["Children's services in Eastmere are good"], "Eastmere", None),
        (["A letter", "about Kent, and Kent again"], "Kent", "South East"),
    ],
)  # fmt: skip
def test_the_authority_that_the_opening_names(opening, name, region):
    authority = find_report_authority(opening, opening)
    assert authority is not None
    assert (authority.name, authority.region) == (name, region)


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        (["Eastmere", "Inspection of children's social care services"], "Eastmere"),
        (["Inspection of children's social care services", "Marl upon Tay"], "Marl upon Tay"),
        (["Inspection of children's social care services", "Children were seen."], None),
    ],
)
def test_a_cover_may_hold_a_bare_name(opening, name):
    authority = find_report_authority(opening, opening, has_cover=True)
    assert (authority.name if authority else None) == name
    assert find_report_authority(opening, opening) is None


def test_an_opening_that_names_none_leaves_it_to_the_whole_text():
    authority = find_report_authority(
        ["A title"], ["A title", *["In Hull, plans drift."] * 3, "York"]
    )
    assert authority is not None
    assert authority.name == "Kingston upon Hull"


def test_one_mention_is_too_few():
    assert find_report_authority(["A title"], ["A title", "Staff came from York."]) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Eastmere Metropolitan Borough Council", "Eastmere"),
        ("Royal Borough of Eastmere", "Eastmere"),
        ("the City of Eastmere Council", "Eastmere"),
        ("Eastmere County Council local authority", "Eastmere"),
        ("Council: Eastmere", "Eastmere"),
        ("Eastmere's", "Eastmere"),
        ("Countyford", "Countyford"),
    ],
)
def test_a_councils_place(printed, name):
    assert strip_council_words(printed) == name
