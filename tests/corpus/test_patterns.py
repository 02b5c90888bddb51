import pytest

from corpus.patterns import anyof, anyof_when_used, straighten, strip_footnote_marks


@pytest.mark.parametrize(
    ("text", "matches"),
    [("Leaving care", True), ("CARE LEAVERS", True), ("care", False)],
)
def test_any_of_the_alternatives_matches_in_any_case(text, matches):
    assert bool(anyof(r"care leavers", r"^leaving care$").search(text)) == matches


def test_a_pattern_that_is_compiled_when_used_finds_the_same():
    lazy, text = anyof_when_used(lambda: ["a(?P<value>.)", "c"]), "xAy"
    assert lazy.pattern == anyof("a(?P<value>.)", "c").pattern
    assert lazy.search(text)["value"] == "y"
    assert lazy.match(text) is None
    assert lazy.match("c")
    assert lazy.search("x") is None


def test_alternatives_do_not_run_into_one_another():
    assert anyof("a|b", "c").pattern == "(?:a|b)|(?:c)"


def test_a_text_is_straightened_for_patterns():
    assert straighten("The  council’s ‘front\ndoor’ ") == "The council's 'front door'"


@pytest.mark.parametrize("heading", ["Findings", "Findings¹", "Findings ¹²*", "Findings *"])
def test_marks_of_footnotes_are_stripped(heading):
    assert strip_footnote_marks(heading) == "Findings"
