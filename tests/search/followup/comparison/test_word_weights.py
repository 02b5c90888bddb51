"""Weighted words: what counts, what does not, and how alike two texts are."""

import pytest

from search.followup.comparison.word_weights import (
    MAX_CHARACTERS,
    MAX_SHARED_WORDS,
    WordWeigher,
    cosine,
    shared_words,
)
from tests.index.reports import report
from tests.search.engines.fake import FakeEngine
from tests.search.followup.weighing import weigh_texts


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("Plans are not with them yet.", {"plan"}),
        ("In 2019, 16 plans; 2,019 others", {"plan"}),
        ("St Helens and Kent", {"kent"}),
        ("Effective plans are timely and robust.", {"plan"}),
        ("of the and", set()),
        ("", set()),
    ],
    ids=[
        "function words",
        "numbers",
        "names of places",
        "words that judge",
        "nothing else",
        "empty",
    ],
)
def test_which_words_have_a_weight(text, stems):
    engine = FakeEngine([report("ash", text)])
    weights = WordWeigher(engine, ["St Helens", None]).weigh(text).weights
    assert set(weights) == stems
    assert sum(weight * weight for weight in weights.values()) == pytest.approx(1 if stems else 0)


def test_a_name_has_no_weight_in_any_of_its_forms():
    text = "Hull and Kingston"
    weigher = WordWeigher(FakeEngine([report("ash", text)]), ["Kingston upon Hull"])
    assert weigher.weigh(text).weights == {}


def test_rare_words_and_repeated_ones_are_weightier():
    weights = weigh_texts("plan visit visit drift", "plan", "plan visit")[0].weights
    assert weights["drift"] > weights["plan"]
    assert weights["visit"] > weights["plan"]


def test_a_stem_of_many_paragraphs_tells_nothing_in_a_large_collection():
    few = WordWeigher(FakeEngine([report("ash", *["plans"] * 20, *["visits"] * 10)]))
    many = WordWeigher(FakeEngine([report("ash", *["plans"] * 21, *["visits"] * 10)]))
    assert few.weigh("plans and visits").telling == {"plan", "visit"}
    assert many.weigh("plans and visits").telling == {"visit"}


def test_likeness_is_that_of_the_words_whatever_their_order():
    one, same, half, other = weigh_texts("home plans", "Plans: home!", "home visits", "schools")
    assert cosine(one.weights, same.weights) == pytest.approx(1)
    assert 0 < cosine(one.weights, half.weights) < 1
    assert cosine(one.weights, other.weights) == 0


def test_shared_words_come_weightiest_first_as_the_text_spells_them():
    one, other, *_ = weigh_texts("Drifting plans", "plan and drift", "a plan", "plans")
    assert shared_words(one, other) == ("drift", "plan")
    assert shared_words(other, one) == ("drifting", "plans")


def test_no_more_than_the_weightiest_shared_words_are_listed():
    text = "otters herons badgers foxes newts geese kites swans"
    one, other = weigh_texts(text, text)
    assert len(shared_words(one, other)) == MAX_SHARED_WORDS


def test_texts_of_the_same_words_have_one_key():
    one, same, other = weigh_texts("Plans’ end.", "plans' END", "plan ends")
    assert one.key == same.key != other.key


def test_a_text_that_is_far_too_long_is_known_by_its_beginning_alone():
    long = "plan " * MAX_CHARACTERS
    one, other = weigh_texts(f"{long}a", f"{long}b")
    assert len(one.words) == MAX_CHARACTERS / len("plan ")
    assert one.key != other.key
