"""The tokens of a query: all of its signs, and the words between them."""

import re

import pytest
from hypothesis import given

from search.language.lexer import normalize, tokenize
from tests.search.language.typed import texts


def tokens(typed):
    """Kind and text of each token but the end."""
    return [(token.kind, typed[token.start : token.end]) for token in tokenize(typed)[:-1]]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", []),
        ("multi-agency plans", [("word", "multi-agency plans")]),
        ("multi-agency OR x", [("word", "multi-agency"), ("OR", "OR"), ("word", "x")]),
        ("SAND NOTE ORx", [("word", "SAND"), ("word", "NOTE"), ("word", "ORx")]),
        ("plans -drift", [("word", "plans"), ("minus", "-"), ("word", "drift")]),
        ("plans - drift", [("word", "plans"), ("word", "-"), ("word", "drift")]),
        (
            "a-b (c)-d",
            [("word", "a-b"), ("open", "("), ("word", "c"), ("close", ")"), ("word", "-d")],
        ),
        ('"a b"~5c', [("phrase", '"a b"~5'), ("word", "c")]),
        ('"a" "', [("phrase", '"a"'), ("stray_quote", '"')]),
        ('"." x', [("empty_quotes", '"."'), ("word", "x")]),
        ("timel* *", [("prefix", "timel*"), ("everything", "*")]),
        ("safe\u00adguard*", [("prefix", "safe\u00adguard*")]),
        ("cafe\u0301*", [("prefix", "cafe\u0301*")]),
        ("*:* a*b", [("everything", "*:*"), ("word", "a*b")]),
        ("word~ word~1 word~2", [("fuzzy", "word~"), ("fuzzy", "word~1"), ("word", "word~2")]),
        ("grade:good", [("field", "grade:"), ("word", "good")]),
        ("a/b* 5:x", [("word", "a/"), ("prefix", "b*"), ("word", "5:x")]),
    ],
)
def test_tokens_of_a_query(typed, expected):
    assert tokens(typed) == expected


@pytest.mark.parametrize(("letters", "kind"), [(100, "prefix"), (101, "word")])
def test_a_word_before_a_star_is_bounded(letters, kind):
    assert [name for name, _ in tokens("a" * letters + "*")] == [kind]


@given(texts)
def test_only_spaces_stand_between_tokens(typed):
    text = normalize(typed)
    edges = [edge for token in tokenize(text) for edge in (token.start, token.end)]
    assert edges == sorted(edges)
    assert "".join(text[token.start : token.end] for token in tokenize(text)).replace(
        " ", ""
    ) == text.replace(" ", "")


STARRED = r"(?<!\w)\w[\w'’-]{0,99}"
ENDS = r"(?=[ )]|$)"
SIGNS = [
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("space", r" +"),
        ("open", r"\("),
        ("close", r"\)"),
        ("minus", r'(?:^|(?<=[ (]))-(?=[\w"(])'),
        *((name, rf"(?:^|(?<=[ ()])){name}(?=[ ()]|$)") for name in ("NOT", "AND", "OR")),
        ("phrase", r'"[^"]*"(~[1-9][0-9]?)?'),
        ("everything", rf"(?:^|(?<=[ (]))\*(:\*)?{ENDS}"),
        ("prefix", rf"{STARRED}\*{ENDS}"),
        ("fuzzy", rf"{STARRED}~1?{ENDS}"),
        ("field", r"(?<!\w)[A-Za-z]\w*(?:-\w+)?:"),
        ("stray_quote", '"'),
    )
]


def match_sign(text, at):
    """The kind and the end of the first sign that fits at a place."""
    for kind, pattern in SIGNS:
        if match := pattern.match(text, at):
            return kind, match.end()
    return None


def tokens_one_by_one(text):
    """The tokens by trying each sign at each place; what is not a sign is a word."""
    pieces, at, word = [], 0, 0
    while at < len(text):
        sign = match_sign(text, at)
        if sign is None:
            at += 1
            continue
        pieces += [("word", text[word:at]), (sign[0], text[at : sign[1]])]
        at = word = sign[1]
    pieces.append(("word", text[word:]))
    return [(kind, piece) for kind, piece in pieces if piece and kind != "space"]


@given(texts)
def test_no_sign_is_missed(typed):
    text = normalize(typed)
    expected = tokens_one_by_one(text)
    if all(kind == "word" for kind, _ in expected):  # then words may share a token
        assert all(kind == "word" for kind, _ in tokens(text))
    else:
        kinds = {"empty_quotes": "phrase"}
        assert [(kinds.get(kind, kind), piece) for kind, piece in tokens(text)] == expected


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("“not yet” „a“ «b»", '"not yet" "a" "b"'),
        ("a\tb\x00c\u00a0d", "a b c d"),
        ("children’s İ", "children’s İ"),
        ("ｐｌａｎｓ　（ｄｒｉｆｔ）＊ ＂ａ＂", 'plans (drift)* "a"'),
        ("self‑harm −drift –delay", "self-harm -drift –delay"),
        ("safe\u00adguard\u200bing", "safe\u00adguard\u200bing"),
    ],
)
def test_a_normal_text_has_straight_quotes_and_plain_spaces(typed, normal):
    assert normalize(typed) == normal
