import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import POLARITIES
from corpus.themes import known, tag


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Nurses complete every health assessment.", ("health",)),
        ("Pupils' attainment rises and attendance is high.", ("education",)),
        ("Strategy discussions about domestic abuse are prompt.", ("safeguarding",)),
        ("CAMHS and the virtual school work closely.", ("health", "education")),
        ("Foster carers are recruited locally.", ()),
        ("", ()),
    ],
)
def test_themes_are_told_from_the_words(text, themes):
    assert tag(text).themes == themes


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Support is effective and timely.", "strength"),
        ("Too many plans are weak and delays are long.", "weakness"),
        ("Support is effective. However, plans are weak.", "mixed"),
        ("There are two children's homes.", "neutral"),
        ("", "neutral"),
    ],
)
def test_polarity_is_told_from_the_words(text, polarity):
    assert tag(text).polarity == polarity


def test_the_words_that_decided_are_named():
    (reason,) = (r for r in tag("The CAMHS team sees them.").why if r.tag == "health")
    assert reason.words == ("camhs",)


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        ("Publish the plan.", "recommendation", "weakness"),
        ("Support is effective and timely.", "context", "neutral"),
    ],
)
def test_a_kind_decides_where_words_do_not(text, kind, polarity):
    assert tag(text, kind=kind).polarity == polarity


@given(st.text(), st.none() | st.text(), st.sampled_from([None, "recommendation", "context"]))
def test_any_text_has_an_answer(text, section, kind):
    tagging = tag(text, section, kind)
    assert set(tagging.themes) <= {scale.name for scale in known().themes}
    assert tagging.polarity in {choice.key for choice in POLARITIES}
