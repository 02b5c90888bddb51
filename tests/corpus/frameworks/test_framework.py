import pytest

from corpus.datafile import DataFile
from corpus.errors import DataError
from corpus.frameworks.framework import Framework, parse_framework
from corpus.frameworks.headings import HeadingRule
from corpus.patterns import anyof
from tests.corpus.known_frameworks import SCALE_BY_KEY

HEALTH = HeadingRule(anyof(r"\bhealth"), "health")
ABOUT_HEALTH = HeadingRule(anyof(r"^about"), "about", "context")
FRAMEWORK = Framework("visit", "Visit", anyof(r"\bvisit to\b"), (ABOUT_HEALTH, HEALTH))

FILE = """\
key = "harbour"
label = "Harbour inspections"
publisher = "Harbour Inspectorate"
scale = "care-inspectorate"
form = "letter"
opening = "context"
area = "leadership"
precedence = 7
subject = "service"

[title]
contains = ["inspection of the harbour"]
cover = ["harbour number"]

[facts]
authority = ["name of harbour"]

[judgements]
under = ["our grades"]
stand = "behind"

[headings.crew]
begins = ["the crew"]
area = "leadership"
"""


def parse(text):
    return parse_framework(DataFile("harbour.toml", text), {"asked": ()}, SCALE_BY_KEY)


@pytest.mark.parametrize(
    ("heading", "rule"),
    [("Being healthy", HEALTH), ("About health", ABOUT_HEALTH), ("Housing", None)],
)
def test_the_first_rule_that_matches_a_heading_counts(heading, rule):
    assert FRAMEWORK.find_rule(heading) is rule


def test_a_framework_is_named_by_its_title():
    assert FRAMEWORK.is_named_in("Letter after a visit to Eastmere")
    assert not FRAMEWORK.is_named_in("Inspection of Eastmere")
    assert not Framework("other", "Other", None, ()).is_named_in("visit to")


def test_a_file_says_all_that_a_framework_is():
    harbour = parse(FILE)
    assert (harbour.key, harbour.label, harbour.publisher, harbour.precedence) == (
        "harbour",
        "Harbour inspections",
        "Harbour Inspectorate",
        7,
    )
    assert harbour.scale is SCALE_BY_KEY["care-inspectorate"]
    assert harbour.is_letter
    assert (harbour.intro_kind, harbour.default_area) == ("context", "leadership")
    assert harbour.is_named_in("Inspection of the harbour at Seal Bay")
    assert harbour.find_rule("The crew").area == "leadership"
    assert (
        harbour.fact_labels["authority"].match("Name of harbour: Seal Bay")["value"] == "Seal Bay"
    )
    assert harbour.record_heading.search("Our grades")
    assert (harbour.is_on_service, harbour.has_grades_behind) == (True, True)
    assert harbour.is_known_by("Harbour number: 7")
    assert not harbour.is_known_by("Harbour")


def test_a_file_says_what_its_reports_print_whatever_is_found():
    more = FILE.replace("[facts]", "exclusive = true\n[facts]\ninspection_dates = []") + (
        'graded = false\n[sentences]\ncontext = ["we ask about (boats|ropes)"]\n'
    )
    harbour = parse(more)
    assert (harbour.is_exclusive, harbour.is_dated) == (True, False)
    assert harbour.is_marked_by("Harbour number: 7")
    assert harbour.prints_fact("Name of harbour: Seal Bay")
    assert harbour.is_context("We ask about ropes at each harbour.")
    assert not harbour.is_context("Harbours say what we ask about ropes.")
    assert not harbour.find_rule("The crew").is_graded


def test_a_label_is_a_whole_word():
    labels = parse(FILE).fact_labels
    assert labels["authority"].match("Name of harbour’s keeper") is None


def test_what_a_file_does_not_say_is_absent():
    plain = parse('key = "a"\nlabel = "A"\n[title]\ncontains = ["a b"]\n')
    assert (plain.scale, plain.publisher, plain.inspection, plain.record_heading) == (None,) * 4
    assert (plain.is_letter, plain.is_graded, plain.intro_kind) == (False, False, "finding")
    assert (plain.is_exclusive, plain.is_dated, plain.context_pattern) == (False, True, None)


@pytest.mark.parametrize(
    ("line", "instead", "error"),
    [
        (1, "", "harbour.toml, line 1: 'key' is missing; write key ="),
        (1, 'key = "Har bour"', "line 1: 'key' is 'Har bour'; write small letters"),
        (2, "", "line 1: 'label' is missing"),
        (3, 'publishers = "Ofsted"', "line 3: 'publishers' is none of .*did you mean 'publisher'"),
        (4, 'scale = "ofstead"', "line 4: 'scale' is 'ofstead', which is none of .*mean 'ofsted'"),
        (5, 'form = "book"', "line 5: 'form' is 'book'"),
        (6, "opening = 3", "line 6: 'opening' needs a text, not 3"),
        (7, 'area = "boats"', "line 7: 'area' is 'boats', which is none of overall"),
        (8, 'precedence = "first"', "line 8: 'precedence' needs a whole number"),
        (12, 'contains = "inspection"', "line 12: 'contains' needs a list of texts"),
        (12, 'contains = ["(inspection"]', r"line 12: '\(inspection' lacks a \)"),
        (12, 'begins = ["inspection"]', "line 12: 'begins' is none of contains, regex, cover"),
        (16, 'owner = ["owned by"]', "line 16: 'owner' is none of title, authority"),
        (19, 'over = ["our grades"]', "line 19: 'over' is none of under, stand"),
        (23, 'regex = ["(crew"]', r"line 23: '\(crew' is no regular expression .*; mend it"),
        (23, 'regex = ["x*"]', "line 23: .* is in every text"),
        (23, "", "line 22: 'crew' has no wording; give one of is, begins, contains, regex"),
        (23, 'use = "asks"', "line 24: 'area' is none of use"),
        (24, 'area = "captain"', "line 24: 'area' is 'captain'"),
        (24, 'kind = "praise"', "line 24: 'kind' is 'praise', which is none of finding"),
        (24, "opens_part = 1", "line 24: 'opens_part' needs true or false"),
        (24, "area = = 1", "harbour.toml: .*line 24.*; mend that line"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_to_do(line, instead, error):
    lines = FILE.splitlines()
    lines[line - 1] = instead
    with pytest.raises(DataError, match=error):
        parse("\n".join(lines))
