import pytest

from corpus.understanding.report_authority import (
    find_most_named,
    find_report_authority,
    strip_council_words,
)


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
        (["Local child safeguarding practice review", "Child Ash", "Eastmere Safeguarding Children Partnership"], "Eastmere", None),
        (["Serious case review", "Leeds Local Safeguarding Children Board"], "Leeds", "Yorkshire and the Humber"),
        (["Kent County Council", "Focused visit to Surrey children's services"], "Surrey", "South East"),
    ],
)  # fmt: skip
def test_the_authority_that_the_opening_names(opening, name, region):
    authority = find_report_authority(opening, ())
    assert authority is not None
    assert (authority.name, authority.region) == (name, region)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("This letter summarises a focused visit to Eastmere Council children's services on 2 May.", "Eastmere"),
        ("This letter summarises what we saw on a focused visit to Kent on 2 May 2024.", "Kent"),
        ("Four inspectorates undertook a joint inspection of the response to neglect in Hull.", "Kingston upon Hull"),
        ("Four inspectorates undertook a joint inspection of the response to neglect in Eastmere.", None),
        ("This letter outlines what agencies do together in Greenwich local authority.", "Greenwich"),
        ("Children's services in Kent are good, and managers know their staff.", "Kent"),
        ("Children's services in Wales are changing, and managers know it.", None),
        ("The review of services for families in Wales will end next year.", None),
        ("Staff came from York.", None),
    ],
)  # fmt: skip
def test_the_authority_that_the_first_sentences_name(sentence, name):
    authority = find_report_authority(["Findings"], [sentence])
    assert (authority.name if authority else None) == name
    on_cover = find_report_authority(["Eastmere Borough Council", "Findings"], [sentence])
    assert on_cover is not None
    assert on_cover.name == "Eastmere"


@pytest.mark.parametrize(
    "place",
    ["Monday", "Tuesday", "Friday to Sunday", "March 2013", "May", "Spring 2020", "2013", "early March", "Wales", "England and Wales", "the UK",
     "Good", "Requires improvement", "Very good"],
)  # fmt: skip
@pytest.mark.parametrize(
    "line",
    ["Inspection of services for children in {}", "Focused visit to {}", "{} County Council"],
)
def test_dates_and_countries_are_no_authorities(line, place):
    assert find_report_authority([line.format(place)], [], has_cover=True) is None


@pytest.mark.parametrize(
    "heading", ["Findings", "Main findings", "Context", "What We Saw", "Leadership", "Next Steps"]
)
def test_a_heading_on_the_first_page_is_no_place(heading):
    lines = ["Inspection of children's services", heading]
    assert find_report_authority(lines, [], has_cover=True) is None


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        (["Eastmere", "Inspection of children's social care services"], "Eastmere"),
        (["Inspection of children's social care services", "Marl upon Tay"], "Marl upon Tay"),
        (["Inspection of children's social care services", "Children were seen."], None),
        (["March 2013", "Inspection of children's social care services", "Wales"], None),
    ],
)
def test_a_cover_may_hold_a_bare_name(opening, name):
    authority = find_report_authority(opening, [], has_cover=True)
    assert (authority.name if authority else None) == name
    assert find_report_authority(opening, []) is None


@pytest.mark.parametrize(
    ("place", "name", "is_listed"),
    [
        ("Greater Manchester Combined Place", "Greater Manchester Combined Place", False),
        ("Greater Manchester", "Greater Manchester", False),
        ("Manchester Ship Canal", "Manchester Ship Canal", False),
        ("New York", "New York", False),
        ("South Dorset", "South Dorset", False),
        ("City of York", "York", True),
        ("Manchester City Council", "Manchester", True),
        ("Kent County Council", "Kent", True),
        ("London Borough of Brent", "Brent", True),
        ("Royal Borough of Greenwich", "Greenwich", True),
        ("North Yorkshire", "North Yorkshire", True),
        ("Sandwell Children's Trust", "Sandwell", True),
        ("Kent Local Area Partnership", "Kent", True),
    ],
)
@pytest.mark.parametrize("line", ["{}", "Focused visit to {}"])
def test_a_listed_name_in_a_longer_name_is_another_place(line, place, name, is_listed):
    authority = find_report_authority([line.format(place)], [], has_cover=True)
    assert authority is not None
    assert (authority.name, authority.region is not None) == (name, is_listed)


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ([*["In Hull, plans drift."] * 3, "York"], "Kingston upon Hull"),
        (["In Hull, plans drift."] * 2, None),
        ([*["In Hull, plans drift."] * 3, *["In York they do not."] * 2], None),
        ([], None),
    ],
)
def test_the_authority_that_a_text_names_most_often(texts, name):
    authority = find_most_named(texts)
    assert (authority.name if authority else None) == name


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
