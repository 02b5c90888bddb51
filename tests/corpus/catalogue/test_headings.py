import pytest

from corpus.catalogue.headings import FACT_FIELDS, HEADINGS, check_columns, find_columns, identifies
from corpus.catalogue.rows import CatalogueRow
from corpus.errors import Refused


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (["sha256", "urn", "authority", "title", "published"], ["sha256", "urn", "authority", "title", "published"]),
        (["SHA-256", "Local Authority", "Date published"], ["sha256", "authority", "published"]),
        (["File_Name", "PUBLICATION DATE", "Web link"], ["file", "published", "source_url"]),
        (["URL", "Inspection start date", "Inspection end date"], ["source_url", "inspection_start", "inspection_end"]),
        (["Council", "Unique Reference Number", "inspected by"], ["authority", "urn", "publisher"]),
        (["colour", "", "size"], []),
    ],
)  # fmt: skip
def test_columns_are_known_by_usual_headings_in_any_case(headings, fields):
    columns = find_columns(headings)
    assert sorted(columns) == sorted(fields)
    assert all(0 <= column < len(headings) for column in columns.values())


def test_of_two_columns_of_one_field_the_more_exact_name_counts():
    assert find_columns(["Link", "Report link", "Council", "Local authority"]) == {
        "source_url": 1,
        "authority": 3,
    }
    assert find_columns(["Link", "LINK"]) == {"source_url": 0}


def test_no_heading_is_of_two_fields_and_every_field_is_one_of_a_row():
    names = [{name.replace(" ", "") for name in names} for names in HEADINGS.values()]
    assert sum(map(len, names)) == len(set.union(*names))
    assert {*HEADINGS, *FACT_FIELDS} <= set(CatalogueRow.__slots__)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"sha256"}, True),
        ({"file"}, True),
        ({"source_url"}, True),
        ({"authority", "published"}, True),
        ({"authority", "inspection_end"}, True),
        ({"authority", "urn"}, False),
        ({"published", "title"}, False),
    ],
)
def test_a_row_must_tell_which_report_it_is_of(fields, expected):
    assert identifies(fields) == expected


def test_wrong_columns_are_refused_with_what_is_there_and_what_is_needed():
    headings = ["Colour", "", *(f"column {number}" for number in range(20))]
    with pytest.raises(Refused) as error:
        check_columns("list.csv", headings, {"authority", "urn"})
    text = str(error.value)
    assert text.startswith(
        "list.csv: has no columns of a catalogue; its columns are: Colour, column 0"
    )
    assert "9 more" in text
    assert "sha256, file, link, or authority with a date" in text
    with pytest.raises(Refused, match="sha256"):
        check_columns("list.csv", ["sha256"], {"sha256"})
