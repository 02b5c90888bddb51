"""The spellings by which a wording is looked up, without any collection."""

import pytest

from index.analysis import stem, terms
from search.language.forms.spellings import spellings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("care plans", {"care plan"}),
        ("pre-birth", {"pre birth", "prebirth"}),
        ("e-safety work", {"e safeti work", "esafeti work"}),
        ("step-down, follow-up", {"step down follow up", "stepdown follow up"}),
        ("1-1s", {"1 1s"}),
        ("up-to-date", {"up to date", "uptod"}),
    ],
)
def test_hyphens_join_words_in_a_spelling(text, expected):
    spelt = {" ".join(keys) for keys in spellings(text, list(map(stem, terms(text))))}
    assert spelt >= expected
    assert len(spelt) == 2 ** sum(
        char == "-" for char in text.replace("1-1", "").replace("to-", "")
    )


def test_numbers_are_spelt_in_all_forms():
    spelt = spellings("section 47 plans", ["section", "47", "plan"])
    assert spelt[0] == ("section", "47", "plan")
    assert {("s47", "plan"), ("s", "47", "plan"), ("sec", "47", "plan")} <= set(spelt)


def test_letters_in_capitals_stay_as_they_are_looked_up():
    assert spellings("SEND plans", ["SEND", "plan"]) == (("SEND", "plan"),)
