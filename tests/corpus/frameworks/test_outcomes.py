import pytest

from corpus.datafile import DataFile
from corpus.errors import DataError
from corpus.frameworks.outcomes import parse_outcomes, read_outcome
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY

FILE = """\
[outcomes]
"Calm" = {number = 1, contains = ["the sea is calm"]}
"Rough" = {number = 2, regex = ['\\brough\\b'], contains = ["high waves"]}
"""


def parse(text):
    return parse_outcomes(DataFile("harbour.toml", text))


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
    outcomes = FRAMEWORK_BY_KEY["area-send"].outcomes
    assert read_outcome(outcomes, ["We looked at the area.", sentence]) == outcome


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        (["The sea is calm."], 1),
        (["We saw high waves.", "The sea is calm."], 2),
        (["The sea is calm, but rough at night."], 2),
        (["The sea is wide."], None),
    ],
)
def test_the_first_sentence_counts_and_in_it_the_gravest_outcome(sentences, number):
    assert read_outcome(parse(FILE), sentences) == number


def test_a_framework_without_outcomes_reads_none():
    assert parse('key = "a"') == ()
    assert read_outcome((), ["The sea is calm."]) is None


@pytest.mark.parametrize(
    ("line", "instead", "error"),
    [
        (2, '"Calm" = {number = 2, contains = ["calm"]}', "harbour.toml, line 2: 'Calm' needs number = 1"),
        (3, '"Rough" = {number = 1, contains = ["rough"]}', "line 3: 'Rough' needs number = 2"),
        (3, '"Rough" = {number = 2}', "line 3: 'Rough' needs a number and a wording; write"),
        (3, '"Rough" = {contains = ["rough"]}', "line 3: 'Rough' needs a number and a wording"),
        (3, '"Rough." = {number = 2, contains = ["rough"]}', "line 3: .* without a full stop"),
        (3, '"Rough" = {number = 2, words = ["rough"]}', "line 3: 'words' is none of number, is"),
        (3, '"Rough" = {number = 2, regex = ["(a"]}', "line 3: .* is no regular expression"),
        (3, '"Rough" = 2', "line 3: 'Rough' is not a table"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(line, instead, error):
    lines = FILE.splitlines()
    lines[line - 1] = instead
    with pytest.raises(DataError, match=error):
        parse("\n".join(lines))
