import pytest

from corpus.frameworks.outcomes import OUTCOME_READERS


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The arrangements typically lead to positive experiences.", 1),
        ("The arrangements do not typically lead to positive experiences.", None),
        ("The arrangements lead to inconsistent experiences and outcomes.", 2),
        ("There are widespread and/or systemic failings.", 3),
        (
            "There are widespread and systemic failings and inconsistent experiences and outcomes.",
            3,
        ),
        ("Leaders listen.", None),
    ],
)
def test_the_outcome_of_an_area_is_read_from_its_sentence(sentence, outcome):
    assert OUTCOME_READERS["area-send"](["We looked at the area.", sentence]) == outcome
