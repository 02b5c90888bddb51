"""What a report asks for, and how much each concept of it weighs."""

import pytest

from search.followup.tracker.concepts import RAREST
from search.followup.tracker.recommendations import (
    MAX_RECOMMENDATIONS,
    list_recommendations,
    make_recommendation,
    weigh_concepts,
)
from search.followup.tracker.weights import default_weights
from tests.search.followup.authority import ask, idf_of, visit

IDF = idf_of("otters swim", "boats", "harbours", "boats and harbours")


def weigh(text):
    return weigh_concepts(text, IDF, default_weights())


def test_only_recommendations_are_listed_and_not_without_bound():
    report = visit("a", 2020, "A finding.", ask("More boats."), ask("More harbours."))
    assert [one.text for one in list_recommendations(report)] == ["More boats.", "More harbours."]
    many = visit("b", 2020, *(ask(f"Boat {number}.") for number in range(MAX_RECOMMENDATIONS + 5)))
    assert len(list_recommendations(many)) == MAX_RECOMMENDATIONS
    assert list_recommendations(visit("c", 2020, "A finding.")) == []


def test_what_an_action_is_for_weighs_less():
    concepts = weigh("Count the boats so that harbours are seen.")
    assert concepts["harbour"] < concepts["boat"]
    assert weigh("Count the harbours.")["harbour"] > concepts["harbour"]


def test_words_that_only_ask_weigh_less():
    concepts = weigh("Strengthen otters")
    assert concepts["strengthen"] < concepts["otter"]


def test_an_aspect_weighs_something_however_common():
    idf = idf_of(*["timely"] * 9)
    assert weigh_concepts("timeliness", idf, default_weights())["@timeliness"] > 0


def test_a_rare_word_weighs_less_than_what_has_wordings():
    idf = idf_of("chronologies", "chronologies")
    concepts = weigh_concepts("Chronologies of lighthouses", idf, default_weights())
    assert concepts["lighthous"] <= RAREST * default_weights().concepts["stem"]
    assert concepts["#chronologies"] == default_weights().concepts["least_topic"]


@pytest.mark.parametrize(
    "reference",
    ["(paragraphs 17, 36, 81 and 99)", "(Paragraph 19).", "in paragraphs 5–7", "(paragraph 4, 5)"],
)
def test_the_numbers_of_its_paragraphs_tell_nothing(reference):
    assert weigh(f"Count the boats {reference}") == weigh("Count the boats")


def test_other_numbers_tell_something():
    assert "16" in weigh("Boats for 16 and 17 year olds")


def test_the_name_of_the_authority_tells_nothing():
    assert "ashford" not in weigh_concepts("Boats of Ashford", IDF, default_weights(), "Ashford")
    assert "ashford" in weigh("Boats of Ashford")


def test_it_is_about_the_children_it_names_else_those_of_its_area():
    report = visit("a", 2020, ask("Young carers."), ask("Boats.", area="send"), ask("Boats."))
    groups = [
        make_recommendation(one, report, IDF, default_weights()).groups for one in report.paragraphs
    ]
    assert groups == [{"%young-carers"}, {"%send"}, set()]
