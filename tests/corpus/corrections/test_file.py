from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import toml
from corpus.corrections.file import parse_corrections, put_correction, quote, take_correction

TEXT = """\
# What the reader could not know.
"ash".authority = "Kent"
"ash".published = 2024-05-01

"ash/p4".grade = "good"  # as the table has it
"ash/p4" = { themes = ["health"], polarity = "none" }
"""


def test_each_line_corrects_a_field():
    corrections = parse_corrections("c.toml", TEXT)
    assert corrections.problems == ()
    assert corrections.of_report("ash") == {
        None: {"authority": "Kent", "published": date(2024, 5, 1)},
        "p4": {"grade": "good", "themes": ("health",), "polarity": None},
    }
    assert len(corrections) == 5
    assert corrections.of_report("as") == {}


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("ash.authority = Kent", "is no correction such as"),
        ('"ash" = "Kent"', "'ash' needs a field"),
        ('"ash".authority = ', "is no correction such as"),
        ('"ash".grade = "good"', "cannot be corrected of a report"),
        ('"ash".authority = "Hull"', "corrects the authority of ash again, after line 2"),
        ('"ash/p4".themes = [', "is no correction such as"),
        ("[table]", "needs a field"),
    ],
)
def test_a_line_with_a_mistake_is_named_and_the_others_count(line, cause):
    corrections = parse_corrections("c.toml", f"{TEXT}{line}\n")
    (problem,) = corrections.problems
    assert problem.startswith("c.toml, line 7: ")
    assert cause in problem
    assert len(corrections) == 5


SUBJECTS = st.sampled_from(["ash", "ash/p4", 'o"dd\\id', "bäum\x00e"])
VALUES = {
    "title": st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip),
    "published": st.dates(date(1990, 1, 1)),
    "outcome": st.sampled_from([1, 2, 3, None]),
}


@given(st.lists(st.tuples(SUBJECTS.filter(lambda s: "/" not in s), st.data()), max_size=6))
def test_what_is_put_is_read_again_the_last_of_each_field(drawn):
    text, expected = "", {}
    for subject, data in drawn:
        field = data.draw(st.sampled_from(sorted(VALUES)))
        value = data.draw(VALUES[field])
        text = put_correction(text, subject, field, value)
        expected.setdefault(subject, {})[field] = (
            " ".join(value.split()) if isinstance(value, str) else value
        )
    corrections = parse_corrections("c.toml", text)
    assert corrections.problems == ()
    assert corrections.by_subject == expected
    toml.loads(text)  # all of it is TOML, too


def test_putting_and_taking_leave_all_other_lines():
    text = put_correction(TEXT, "ash", "authority", "Hull")
    assert text == TEXT.replace('"ash".authority = "Kent"\n', "") + '"ash".authority = "Hull"\n'
    assert take_correction(text, "ash", "authority") == TEXT.replace(
        '"ash".authority = "Kent"\n', ""
    )


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_quoted(text):
    assert toml.loads(f"a = {quote(text)}")["a"] == text
