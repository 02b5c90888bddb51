import pytest

from corpus.datafile import DataFile
from corpus.errors import DataError
from corpus.frameworks.scale import GRADE_TONES, parse_scales
from tests.corpus.known_frameworks import LIBRARY, SCALE_BY_KEY

FILE = """\
[tides]
label = "Tides"

[tides.grades]
"Very high" = {rank = 1, tone = "strongest", number = 3, also = ["high"]}
"Middling" = {rank = 2, tone = "weak"}
"Low" = {rank = 3, tone = "weakest"}
"""


def parse(text):
    return list(parse_scales(DataFile("scales.toml", text)))


def test_a_scale_lists_its_grades_from_best_to_worst():
    (tides,) = parse(FILE)
    assert (tides.key, tides.label) == ("tides", "Tides")
    assert [(g.key, g.label, g.rank, g.tone, g.number) for g in tides.grades] == [
        ("very high", "Very high", 1, "strongest", 3),
        ("middling", "Middling", 2, "weak", None),
        ("low", "Low", 3, "weakest", None),
    ]


@pytest.mark.parametrize(
    ("printed", "key"),
    [("VERY  HIGH", "very high"), ("High", "very high"), ("low", "low"), ("Good", None)],
)
def test_a_grade_is_known_by_every_word_printed_for_it(printed, key):
    grade = parse(FILE)[0].find(printed)
    assert (grade and grade.key) == key


@pytest.mark.parametrize(
    ("line", "instead", "error"),
    [
        (2, "name = 1", "scales.toml, line 2: 'name' is none of label, grades"),
        (2, "", "line 1: 'label' is missing"),
        (5, '"Very high" = {rank = 1}', "line 5: 'Very high' needs a rank, 1 the best, and a tone"),
        (
            5,
            '"Very high" = {rank = 1, tone = "best"}',
            "line 5: 'tone' is 'best', which is none of",
        ),
        (5, '"Very high" = {rank = 1, tone = "strong", colour = 1}', "line 5: 'colour' is none of"),
        (5, '"Very. high" = {rank = 1, tone = "strong"}', "line 5: .* without a full stop"),
        (5, '"Very high" = {rank = 2, tone = "strong"}', "line 5: 'Very high' is out of order"),
        (6, '"Middling" = {rank = 3, tone = "weak"}', "line 6: 'Middling' is out of order"),
        (7, '"Low" = {rank = 3, tone = "strong"}', "line 7: 'Low' is out of order"),
        (7, '"High" = {rank = 3, tone = "weakest"}', "line 7: 'High' is a word of two grades"),
        (5, '"Very high" = 1', "line 5: 'Very high' is not a table"),
    ],
)
def test_a_mistake_is_named_with_its_line(line, instead, error):
    lines = FILE.splitlines()
    lines[line - 1] = instead
    with pytest.raises(DataError, match=error):
        parse("\n".join(lines))


def test_a_scale_without_grades_is_refused():
    with pytest.raises(DataError, match="line 1: 'grades' is missing"):
        parse('[tides]\nlabel = "Tides"')


@pytest.mark.parametrize(
    ("scale", "words"),
    [
        ("ofsted", "Outstanding; Good; Requires improvement; Adequate; Inadequate"),
        (
            "ofsted-report-card",
            "Exceptional; Strong standard; Expected standard; Needs attention; Urgent improvement",
        ),
        ("cqc", "Outstanding; Good; Requires improvement; Inadequate"),
        (
            "estyn",
            "Excellent; Good; Adequate and needs improvement; "
            "Unsatisfactory and needs urgent improvement",
        ),
        ("care-inspectorate", "Excellent; Very good; Good; Adequate; Weak; Unsatisfactory"),
        ("hmi-probation", "Outstanding; Good; Requires improvement; Inadequate"),
        ("hiqa", "Compliant; Substantially compliant; Not compliant"),
        ("isi", "Excellent; Good; Sound; Unsatisfactory"),
    ],
)
def test_the_scales_of_the_inspectorates(scale, words):
    assert "; ".join(grade.label for grade in SCALE_BY_KEY[scale].grades) == words


def test_the_care_inspectorate_counts_its_best_six():
    grades = SCALE_BY_KEY["care-inspectorate"].grades
    assert [(grade.rank, grade.number) for grade in grades] == [
        (1, 6), (2, 5), (3, 4), (4, 3), (5, 2), (6, 1)
    ]  # fmt: skip


def test_every_scale_has_a_tone_for_what_is_good_and_for_what_is_not():
    assert len(LIBRARY.scales) == 8
    for scale in LIBRARY.scales:
        tones = {grade.tone for grade in scale.grades}
        assert tones & set(GRADE_TONES[:2])
        assert tones & set(GRADE_TONES[2:])
