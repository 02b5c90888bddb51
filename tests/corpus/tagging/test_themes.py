import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import POLARITIES
from corpus.tagging.lexicon import lexicon
from corpus.tagging.themes import Passage, Tagger, known, tag, tag_all

OWN = """\
[themes.sport]
base = -1
section = 0.5
sections = ["sport"]

[themes.sport.words]
"football" = 2
"swimming pool" = 0.8
"coach" = 0.5

[tones.praise]
base = -2

[tones.praise.words]
"good" = 4

[tones.blame]
base = -2

[tones.blame.words]
"poor" = 4

[polarity.strength]
praise = 4
blame = -4

[polarity.weakness]
praise = -4
blame = 4
recommendation = 3

[polarity.mixed]
both = 8

[polarity.neutral]
base = 1

[polarity.neutral.words]
"census" = 9
"""


OTHER = "much else that is of another kind "


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "themes.toml"
    path.write_text(OWN, encoding="utf-8")
    return Tagger(lexicon(path))


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
def test_a_theme_of_ones_own_is_told_from_words_section_and_length(own, text, section, themes):
    assert own.tagged([Passage(text, section)])[0].themes == themes


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        ("It is good.", None, "strength"),
        ("It is poor.", None, "weakness"),
        ("It is good. It is poor.", None, "mixed"),
        ("It is there.", None, "neutral"),
        ("It is a good census.", None, "neutral"),
        ("It is there.", "recommendation", "weakness"),
        ("It is good.", "recommendation", "strength"),
        ("It is poor.", "context", "neutral"),
    ],
)
def test_polarity_is_what_the_sentences_add_up_to(own, text, kind, polarity):
    assert own.tagged([Passage(text, None, kind)])[0].polarity == polarity


@pytest.mark.parametrize(
    ("text", "themes", "polarity"),
    [
        ("Nurses complete every health assessment promptly and well.", ("health",), "strength"),
        ("Too many pupils are excluded and attendance is poor.", ("education",), "weakness"),
        ("Strategy discussions about domestic abuse are delayed.", ("safeguarding",), "weakness"),
        ("Foster carers are recruited locally and are well supported.", (), "strength"),
    ],
)
def test_what_was_learnt_tells_plain_cases(text, themes, polarity):
    tagging = tag(text)
    assert (tagging.themes, tagging.polarity) == (themes, polarity)


def test_the_words_that_decided_are_named_as_they_are_written():
    reasons = {r.tag: r.words for r in tag("School nurses' support is effective.").why}
    assert "school nurses" in reasons["health"]
    assert "effective" in reasons["praise"]


def test_a_word_that_hardly_weighs_is_no_reason(own):
    (reason,) = own.why("Football on a wet pitch beside the swimming pool.", ["sport"])
    assert reason.words == ("football", "swimming pool")
    (reason,) = own.why("Football, with a coach.", ["sport"])
    assert reason.words == ("football",)


def test_no_paragraphs_have_no_taggings():
    assert tag_all([]) == []


@given(st.lists(st.tuples(st.text(), st.none() | st.text()), min_size=1, max_size=4))
def test_any_text_has_an_answer_the_same_alone_and_among_others(rows):
    passages = [Passage(text, section) for text, section in rows]
    taggings = tag_all(passages)
    assert taggings == [tag(text, section) for text, section in rows]
    for tagging in taggings:
        assert set(tagging.themes) <= {scale.name for scale in known().lexicon.themes}
        assert tagging.polarity in {choice.key for choice in POLARITIES}
        assert all(reason.words for reason in tagging.why)
