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
        ("how do county councils reduce caseloads?", ["reduce", "caseloads"]),
        ("how do boroughs reduce caseloads", ["reduce", "caseloads"]),
        ("how do children's services reduce caseloads", ["reduce", "caseloads"]),
        ("does anyone mention county lines?", ["county", "lines"]),
        (
            "Can you find examples of good practice in supervision",
            ["good", "practice", "supervision"],
        ),
        ("are there any examples of drift", ["drift"]),
        ("is there any mention of drift", ["drift"]),
        ("where can I find reports about drift", ["drift"]),
        ("I want to know how councils reduce caseloads", ["reduce", "caseloads"]),
        ("please show me examples of drift", ["drift"]),
        ("in which reports is drift mentioned", ["drift"]),
        ("what is Ofsted's view on drift", ["drift"]),
        ("has anybody written about drift", ["drift"]),
        ("what does good supervision look like", ["good", "supervision"]),
        ("how is drift described in inspection reports", ["drift"]),
        ("could you list authorities with drift", ["drift"]),
        ("do other boroughs use advocacy", ["advocacy"]),
        ("what have Ofsted highlighted about advocacy", ["advocacy"]),
        ("who has talked about caseloads", ["caseloads"]),
        ("can I see evidence of advocacy", ["advocacy"]),
        ("we need examples of drift", ["drift"]),
        ("has any London borough tackled drift", ["tackled", "drift"]),
        ("do inspectors ever comment on caseloads", ["caseloads"]),
        ("what are the trusts doing about drift", ["drift"]),
        ("I'd like to see how unitary authorities record visits", ["record", "visits"]),
        ("help me find reports on advocacy", ["advocacy"]),
        ("what are inspectors concerned about in pathway plans", ["pathway plans"]),
        ("which inspections discuss county lines", ["county", "lines"]),
        ("are caseloads mentioned by inspectors anywhere", ["caseloads"]),
        ("how are other areas tackling drift", ["tackling", "drift"]),
        ("find examples of councils that reduce caseloads", ["reduce", "caseloads"]),
        ("can you tell me what inspectors say about drift", ["drift"]),
        ("reports mentioning drift", ["drift"]),
        ("is anyone talking about drift", ["drift"]),
        # Not asked, but looked for.
        ("inspectors", ["inspectors"]),
        ("councils", ["councils"]),
        ("councils reduce caseloads", ["councils", "reduce", "caseloads"]),
        ("what do children say", ["children", "say"]),
        ("do reviews identify drift", ["reviews", "identify", "drift"]),
        ("have children been seen alone", ["children", "seen alone"]),
        ("how do we show impact", ["show", "impact"]),
        ("do they find homes", ["find", "homes"]),
        ("how do NHS trusts record visits", ["NHS trusts", "record", "visits"]),
        ("does trust between workers grow", ["trust", "workers", "grow"]),
        (
            "how do children's services directors lead",
            ["children's", "services", "directors", "lead"],
        ),
        ("evidence of impact", ["evidence", "impact"]),
        ("reports of abuse", ["reports", "abuse"]),
        ("examples of drift", ["examples", "drift"]),
        ("are there reports about councils", ["councils"]),
        ("also inspectors", ["inspectors"]),
        ("look for drift", ["look", "drift"]),
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
