"""An acronym stands for the words before it whose initials it is."""

import pytest

from index.vectors.acronyms import find_acronyms

NO_WORD = frozenset().__contains__


@pytest.mark.parametrize(
    ("text", "expansion"),
    [
        (
            "The Local Authority Designated Officer (LADO) acts.",
            "local authority designated officer",
        ),
        (
            "Good child and adolescent mental health services (CAMHS)",
            "child and adolescent mental health services",
        ),
        (
            "strengths and difficulties questionnaires (SDQs)",
            "strengths and difficulties questionnaires",
        ),
        (
            "not in education, employment or training (NEET)",
            "not in education employment or training",
        ),
        ("the multi-agency hub (MASH)", None),
        ("Visits and child protection (ACP)", None),
        ("Plans. Youth support team; (YST)", None),
        ("many reports (HMI)", None),
        ("(LADO)", None),
        ("a plan (A)", None),
    ],
)
def test_the_words_before_it(text, expansion):
    assert expansions([text]) == ([expansion] if expansion else [])


def expansions(texts):
    return [expansion for _, expansion in find_acronyms(texts, NO_WORD)]


@pytest.mark.parametrize(
    ("texts", "expansion"),
    [
        (["special needs (SN)", "school nurses (SN)", "school nurses (SN)"], "school nurses"),
        (["school nurse (SN)", "school nurses (SN)", "special needs (SN)"], "school nurse"),
        (["special needs (SN)", "school nurses (SN)"], None),
        (["Ash safe board (ASB)", "Alder safe board (ASB)", "Ash safe board (ASB)"] * 2, "ash safe board"),
        (["Ash safe board (ASB)", "Alder safe board (ASB)"], None),
    ],
)  # fmt: skip
def test_the_majority_decides(texts, expansion):
    assert expansions(texts) == ([expansion] if expansion else [])


def test_letters_that_are_also_a_word_are_left_out():
    texts = ["Project for learning and care (PLC)", "plain tasks (PT)"]
    assert find_acronyms(texts, {"plc"}.__contains__) == (("PT", "plain tasks"),)
