"""Who is asked, and what is asked of them, is not required; anywhere else these are words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.function_words import function_words
from search.language.parser import parse
from search.language.understanding.questions import asking_words, question_forms
from search.language.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("query", "required"),
    [
        ("how do councils reduce caseloads?", ["reduce", "caseloads"]),
        ("How do LOCAL AUTHORITIES reduce caseloads", ["reduce", "caseloads"]),
        ("how councils reduce caseloads", ["reduce", "caseloads"]),
        ("how well do local authorities support care leavers", ["support", "care leavers"]),
        ("what do inspectors say about neglect", ["neglect"]),
        ("what have inspectors said about neglect", ["neglect"]),
        ("what do inspectors look for in plans", ["plans"]),
        ("what does Ofsted expect of plans", ["plans"]),
        ("which authorities have drift", ["drift"]),
        ("where do reports mention drift", ["drift"]),
        ("do any reports mention drift", ["drift"]),
        ("where is drift mentioned?", ["drift"]),
        ("what is said about drift", ["drift"]),
        ("reports that mention drift", ["drift"]),
        ("tell me about drift", ["drift"]),
        ("show me examples of drift", ["drift"]),
        ("find reports on drift", ["drift"]),
        ('what do reports say about "too late"', ['"too late"']),
        # Not asked, but looked for.
        ("inspectors", ["inspectors"]),
        ("councils", ["councils"]),
        ("councils reduce caseloads", ["councils", "reduce", "caseloads"]),
        ("what do good councils do", ["good", "councils"]),
        ("how do social workers record visits", ["social workers", "record", "visits"]),
        ("how do councils find homes", ["find", "homes"]),
        ("find homes", ["find", "homes"]),
        ("how does council tax matter", ["council", "tax", "matter"]),
        ("drift that inspectors say", ["drift", "inspectors", "say"]),
        ("visits how do councils", ["visits", "councils"]),
        # A wording of the vocabulary is more than who is asked.
        (
            "what does the local authority designated officer do",
            ["local authority designated officer"],
        ),
        # Nothing else is said.
        ("what do inspectors say", ["inspectors", "say"]),
        ("which councils?", ["councils"]),
    ],
)
def test_what_is_required_of_a_question(query, required):
    parsed = parse(query, vocabulary=vocabulary())
    assert [clause.text for clause in parsed.clauses if not clause.helps] == required


def test_a_question_is_understood_without_a_vocabulary_too():
    parsed = parse("how do local authorities reduce caseloads")
    assert [clause.text for clause in parsed.words] == ["reduce", "caseloads"]


words = st.sampled_from(
    [
        *("how", "what", "do", "the", "councils", "council", "tax", "local", "authorities"),
        *("inspectors", "say", "about", "drift", "mentioned", "find", "show", "me", "reports"),
    ]
)


@given(st.lists(words, max_size=12), st.booleans())
def test_something_is_always_left_to_look_for(words, more_follows):
    asking = asking_words(words, more_follows)
    assert asking <= set(range(len(words)))
    left = [word for at, word in enumerate(words) if at not in asking]
    if asking and not more_follows:
        assert not function_words().issuperset(left)


def test_the_file_is_in_lower_case():
    forms = question_forms()
    for name in forms.__struct_fields__:
        assert all(word == word.lower() for phrase in getattr(forms, name) for word in phrase), name
