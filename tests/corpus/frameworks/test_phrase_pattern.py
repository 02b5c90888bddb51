import re

import pytest

from corpus.frameworks.phrase_pattern import (
    PhraseError,
    begins_with,
    consists_of,
    contains,
)


def matches(expression, text):
    return re.search(expression, text, re.IGNORECASE) is not None


@pytest.mark.parametrize(
    ("phrase", "texts", "others"),
    [
        ("care leavers", ["Care leavers", "On care-leavers now"], ["aftercare leavers", "care leaver"]),
        ("front-line", ["front-line", "frontline", "front line"], ["front and line"]),
        ("children's", ["children's", "childrens"], ["children"]),
        ("(who|that) need", ["who need", "that need"], ["need", "who needs"]),
        ("[the] grade", ["the grade", "grade"], ["thegrade"]),
        ("[the] [overall] grade", ["the overall grade", "overall grade", "the grade"], ["overallgrade"]),
        ("plans [made] [late]", ["plans", "plans made", "plans late", "plans made late"], ["plansmade"]),
        ("outcomes [for (girls|boys)]", ["outcomes", "outcomes for boys"], ["outcomesfor"]),
        ("a (b|[c] d [e])", ["a b", "a d", "a c d e"], ["a c", "ab"]),
        ("a [very [very] good] idea", ["a idea", "a very good idea", "a very very good idea"], ["a very idea"]),
        ("judg[e]ment[s]", ["judgment", "judgements"], ["judge"]),
        ("protect*", ["protect", "protection"], ["unprotected"]),
        ("within # days", ["within 28 days"], ["within days", "within many days"]),
        ("what ... needs to improve", ["What needs to improve", "what the council needs to improve"],
         ["What. It needs to improve", f"what {'x' * 61} needs to improve"]),
        ("what needs to improve?", ["What needs to improve"], []),
        ("a.b & c/d", ["A.B & C/D"], ["axb & c/d"]),
    ],
)  # fmt: skip
def test_a_phrase_matches_its_wordings(phrase, texts, others):
    assert [text for text in texts if not matches(contains(phrase), text)] == []
    assert [text for text in others if matches(contains(phrase), text)] == []


@pytest.mark.parametrize("number", ["", "4. ", "1.1 ", "Section 2: "])
def test_a_number_may_stand_before_a_heading(number):
    assert matches(begins_with("findings"), f"{number}Findings on health")
    assert matches(consists_of("findings"), f"{number}Findings:")


def test_a_heading_that_is_a_phrase_has_no_other_words():
    assert not matches(consists_of("findings"), "Findings on health")
    assert not matches(begins_with("findings"), "Main findings")


@pytest.mark.parametrize(
    ("phrase", "cause"),
    [
        ("", "is no phrase"),
        ("...", "is no phrase"),
        ("x" * 201, "is no phrase"),
        ("a$", "has the sign \\$; write a regular expression"),
        ("(a|b", "lacks a \\)"),
        ("a]", "has a ] that closes nothing"),
        ("a|b", "has a | outside"),
        ("[a|b]", "has a | outside"),
        ("a (b|)", "has an empty"),
        ("a [ ]", "has an empty"),
    ],
)
def test_what_is_no_phrase_is_refused_with_what_to_write(phrase, cause):
    with pytest.raises(PhraseError, match=cause.replace("|", r"\|").replace("]", r"\]")):
        contains(phrase)
