import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import POLARITIES
from corpus.tagging.themes import (
    TaggingInput,
    clear_tone,
    default_tagger,
    judge_sentences,
    tag_paragraph,
    tag_paragraphs,
)

OTHER = "much else that is of another kind "


@pytest.mark.parametrize(
    ("text", "section", "themes"),
    [
        ("They play football.", None, ("sport",)),
        (f"Swimming pools are new. {OTHER * 7}", None, ()),
        (f"Swimming pools are new. {OTHER * 7}", "Sport and leisure", ("sport",)),
        ("The roads are new.", "Sport and leisure", ()),
        (f"Football, and {OTHER * 70}", None, ()),
        ("", None, ()),
    ],
    ids=["word", "doubt", "section settles it", "section alone", "in passing", "empty"],
)
def test_a_theme_of_ones_own_is_scored_by_words_section_and_length(own, text, section, themes):
    assert own.tag([TaggingInput(text, section)])[0].themes == themes


@pytest.mark.parametrize(
    ("text", "themes", "polarity"),
    [
        ("Nurses complete every health assessment promptly and well.", ("health",), "strength"),
        ("Too many pupils are excluded and attendance is poor.", ("education",), "weakness"),
        ("Strategy discussions about domestic abuse are delayed.", ("safeguarding",), "weakness"),
        ("Foster carers are recruited locally and are well supported.", (), "strength"),
    ],
)
def test_the_trained_lexicon_tags_plain_cases(text, themes, polarity):
    tagging = tag_paragraph(text)
    assert (tagging.themes, tagging.polarity) == (themes, polarity)


def test_the_words_that_decided_are_named_as_they_are_spelt():
    reasons = {
        r.tag: r.words for r in tag_paragraph("School nurses' support is effective.").reasons
    }
    assert "school nurses" in reasons["health"]
    assert "effective" in reasons["praise"]


def test_a_word_that_hardly_weighs_is_no_reason(own):
    (reason,) = own.explain("Football on a wet pitch beside the swimming pool.", ["sport"])
    assert reason.words == ("football", "swimming pool")
    (reason,) = own.explain("Football, with a coach.", ["sport"])
    assert reason.words == ("football",)


def test_no_paragraphs_have_no_taggings():
    assert tag_paragraphs([]) == []


@given(st.lists(st.tuples(st.text(), st.none() | st.text()), min_size=1, max_size=4))
def test_any_text_has_an_answer_the_same_alone_and_among_others(rows):
    inputs = [TaggingInput(text, section) for text, section in rows]
    taggings = tag_paragraphs(inputs)
    assert taggings == [tag_paragraph(text, section) for text, section in rows]
    for tagging in taggings:
        assert set(tagging.themes) <= {theme.name for theme in default_tagger().lexicon.themes}
        assert tagging.polarity in {choice.key for choice in POLARITIES}
        assert all(reason.words for reason in tagging.reasons)


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Plans are timely and highly effective.", "strength"),
        ("Plans are not timely, and too many are weak.", "weakness"),
        ("In May the plans went to the board.", None),
    ],
)
def test_a_sentence_is_judged_only_where_it_is_clear(sentence, polarity):
    assert judge_sentences([sentence]) == [polarity]
    assert judge_sentences([]) == []


@pytest.mark.parametrize(
    ("margin", "polarity"), [(0.31, "strength"), (-0.31, "weakness"), (0.29, None), (-0.29, None)]
)
def test_a_tone_is_clear_by_its_margin(margin, polarity):
    assert clear_tone(margin) == polarity
