import pytest

from corpus.understanding.police_forces import find_police_force


@pytest.mark.parametrize(
    ("lines", "force"),
    [
        (["National child protection inspection", "Barrowdale Police"], "Barrowdale Police"),
        (["Fenmoor Constabulary", "Saltshire Police"], "Fenmoor Constabulary"),
        (["National child protection inspection: Avon and Dale Constabulary"], "Avon and Dale Constabulary"),
        (["National child protection inspection of the West Fen Police"], "West Fen Police"),
        (["Metropolitan Police Service"], "Metropolitan Police Service"),
        (["Police Service of Northern Ireland"], "Police Service of Northern Ireland"),
        (["How we inspect the police", "Saltshire", "police"], None),
        ([], None),
    ],
)  # fmt: skip
def test_the_force_that_a_cover_names(lines, force):
    named = find_police_force(lines)
    assert (named and named.name) == force


def test_a_force_with_the_name_of_a_county_is_not_its_council():
    assert find_police_force(["Kent Police"]).region is None
