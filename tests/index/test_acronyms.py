"""An acronym means the words before it whose initials it is."""

import pytest

from index.acronyms import acronyms

NO_WORD = frozenset().__contains__


@pytest.mark.parametrize(
    ("text", "found"),
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
def test_the_words_before_it(text, found):
    assert [meant for _, meant in acronyms([text], NO_WORD)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("texts", "meant"),
    [
        (["special needs (SN)", "school nurses (SN)", "school nurses (SN)"], "school nurses"),
        (["school nurse (SN)", "school nurses (SN)", "special needs (SN)"], "school nurse"),
        (["special needs (SN)", "school nurses (SN)"], None),
        (["Ash safe board (ASB)", "Alder safe board (ASB)", "Ash safe board (ASB)"] * 2, "ash safe board"),
        (["Ash safe board (ASB)", "Alder safe board (ASB)"], None),
    ],
)  # fmt: skip
def test_the_meaning_that_most_give_wins(texts, meant):
    assert [words for _, words in acronyms(texts, NO_WORD)] == ([meant] if meant else [])


def test_letters_that_are_also_a_word_are_left_out():
    texts = ["Project for learning and care (PLC)", "plain tasks (PT)"]
    assert acronyms(texts, {"plc"}.__contains__) == (("PT", "plain tasks"),)
