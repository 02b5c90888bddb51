"""A line states a grade; it does not where it denies it, wishes for it, or tells what was before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.grading.stated_grades import (
    StatedGrade,
    find_stated_grade,
    may_stand_beside,
    split_grade,
)
from tests.corpus.known_frameworks import OFSTED


@pytest.mark.parametrize(
    ("heading", "title", "grade"),
    [
        ("Partnership workingGrade 2 (Good)", "Partnership working", "good"),
        ("Quality of provision Grade 3 (Adequate)", "Quality of provision", "adequate"),
        ("Being healthy (Good)", "Being healthy", "good"),
        ("The progress of care leavers: good", "The progress of care leavers: good", "good"),
        (
            "The judgement is that it is requires improvement",
            "The judgement is that it is requires improvement",
            "requires improvement",
        ),
        (
            "Services in Eastmere require improvement because:",
            "Services in Eastmere require improvement because:",
            "requires improvement",
        ),
        ("Leadership, management and governance Inadequate", "Leadership, management and governance", "inadequate"),
        ("Being healthy Grade 1 (Inadequate)", "Being healthy", None),
        (
            "This authority requires improvement and is not yet good because",
            "This authority requires improvement and is not yet good because",
            "requires improvement",
        ),
        ("Where services are not good", "Where services are not good", None),
        ("Care is not only good but outstanding", "Care is not only good but outstanding", "outstanding"),
        ("Care is not just good; it is outstanding", "Care is not just good; it is outstanding", "outstanding"),
        ("The LSCB requires improvement", "The LSCB requires improvement", "requires improvement"),
        ("The LSCB Requires improvement", "The LSCB", "requires improvement"),
        ("Main findings", "Main findings", None),
        ("Good", "Good", None),
        ("What good looks like", "What good looks like", None),
    ],
)  # fmt: skip
def test_a_heading_and_its_grade(heading, title, grade):
    assert split_grade(heading) == (title, grade)


STATED = """
is good|good
are good|good
is now good|good
is still inadequate|inadequate
remains inadequate|inadequate
is consistently good|good
is judged to be good|good
is that it is good|good
is that it is requires improvement|requires improvement
requires improvement|requires improvement
requires improvement to be good|requires improvement
is good because|good
: good|good
is: inadequate|inadequate
is good but is no longer outstanding|good
is good, not outstanding|good
is adequate rather than good|adequate
requires improvement rather than good|requires improvement
requires improvement and is not yet good|requires improvement
requires improvement and is not yet consistently good because:|requires improvement
continues to be good|good
has been judged good|good
was judged to be inadequate|inadequate
is without doubt good|good
is that of good|good
has improved and is good|good
is no longer inadequate and is now good|good
was inadequate in 2019 and is now good|good
, which was not good in 2019, is now good|good
, previously inadequate, is now good|good
(previously inadequate): good|good
: overall good|good
: grade good|good
: judged to be good|good
: Requires improvement (previously good)|requires improvement
: Good (previously inadequate)|good
: Good (inadequate in 2019)|good
: good (not yet outstanding)|good
: Good, previously inadequate|good
: inadequate, was good|inadequate
: good with outstanding features|good
: Good with some outstanding features|good
""".strip().splitlines()


@pytest.mark.parametrize("line", STATED)
@pytest.mark.parametrize(
    "name", ["Leadership", "Services for children who need help", "Children who are not in school"]
)
def test_a_grade_that_a_line_states(line, name):
    words, _, grade = line.partition("|")
    heading = name + words if words[0] in ":," else f"{name} {words}"
    assert split_grade(heading) == (heading, grade)
    stated = find_stated_grade(heading)
    assert stated is not None
    assert stated.name == name


NOT_STATED = """
is not good
is not yet good
is not consistently good
is not yet consistently good
is not always good
is not quite good
is not sufficiently good
is not good enough
is not inadequate
is no longer outstanding
is no longer inadequate
is never good
is hardly outstanding
is neither outstanding nor good
is less than good
is far from good
is nowhere near good
is anything but good
is almost good
is only good
is at best adequate
is no better than adequate
is below good
is becoming good
is improving towards good
is yet to be good
is good in parts
has yet to become good
has not been good
has been judged not good
isn’t good
aren't good
wasn't judged good
cannot be judged good
is not judged to be good
should be judged good
would be good
needs to be good
fails to be good
falls short of good
does not meet the standard of good
was good
were not good
was previously inadequate
was judged inadequate in 2018
used to be good
had been good
in 2018 was inadequate
at the previous inspection Good
at the last inspection: good
at its last inspection is judged inadequate
(previously good)
: not good
: not yet good
does not require improvement
no longer requires improvement
never requires improvement
rarely requires improvement, good or outstanding
rarely requires improvement
seldom requires improvement
cannot be called good
is seldom good
is seldom judged good
seldom judged good
has rarely been judged good
should have been judged good
is to be judged good
lacks good
lacks Good
is mostly good
is unlikely to be good
ceased to be good
(good in 2019)
, which was good in 2019, is not good
: nowhere near good
: nowhere near Good
: far from good
: only just good
: down from outstanding
: declined from good
: aims to be outstanding
: no judgement, was good
: not good (previously inadequate)
""".strip().splitlines()


@pytest.mark.parametrize("words", NOT_STATED)
@pytest.mark.parametrize("end", ["", ".", ":", " because"])
def test_a_grade_that_a_line_denies_or_tells_of_another_time(words, end):
    heading = f"Leadership{'' if words[0] in ':,' else ' '}{words}{end}"
    assert split_grade(heading) == (heading, None)


@pytest.mark.parametrize(
    "heading",
    [
        "None of the services are good", "Few services are good", "Not all services are good",
        "No service is good", "Most plans are good",
        "Some services require improvement",
        "What requires improvement",
        "Areas that require improvement",
        "Areas of practice which require improvement",
        "Services that are good",
        "What is good",
        "Where services are good",
        "Why practice is good",
        "If practice is good",
        "The council believes that its services are good",
        "Making practice good",
        "Never inadequate", "Care requires improvement or is inadequate", "Care good",
        "Care is good or better", "Care went from good to outstanding",
    ],
)  # fmt: skip
def test_a_line_about_a_part_a_wish_or_an_opinion(heading):
    assert split_grade(heading) == (heading, None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Overall effectiveness", True),
        ("Overall effectiveness is not", False),
        ("Care leavers are consistently", False),
        ("Overall effectiveness at previous inspection", False),
        ("Leadership was", False),
    ],
)
def test_a_grade_may_stand_beside_a_name_and_not_in_a_sentence(name, expected):
    assert may_stand_beside(name) is expected


@given(
    st.sampled_from(OFSTED.grades),
    st.sampled_from(["not", "never", "no longer", "not yet", "hardly"]),
)
def test_a_denied_grade_is_never_stated(grade, denial):
    for line in (f"Leadership is {denial} {grade.key}", f"Leadership: {denial} {grade.key}"):
        assert find_stated_grade(line) is None
        true = line.replace(f"{denial} ", "")
        assert find_stated_grade(true) == StatedGrade(grade.key, "Leadership", true)
