"""Letters that are also a word, and the words that they stand for."""

import pytest

from search.language.forms.letters import letters_in_forms, long_forms
from search.language.nodes import Phrase, Synonyms, Term
from search.language.vocabulary import stems_of
from search.language.wordings.trie import Wording

LONG = "special educational needs and disabilities"


@pytest.mark.parametrize(
    ("letters", "text", "expected"),
    [
        ("SEND", LONG, True),
        ("SEND", "special educational needs", False),
        ("SEN", "special educational needs", True),
        ("SEND", "send", False),
        ("TAC", "team around the child", False),
        ("TAC", "team at Christmas", False),
    ],
)
def test_the_words_that_letters_stand_for(letters, text, expected):
    assert long_forms(letters, [text]) == [text] * expected


def wording(text):
    return Wording(text, stems_of(text), 1.0)


def test_letters_without_a_long_form():
    forms, node = letters_in_forms("SEND", [wording("special educational needs")], None)
    assert (forms, node) == ((("SEND",),), Term("text", "SEND"))


def test_letters_in_their_long_form():
    forms, node = letters_in_forms("SEND", [wording(LONG)], None)
    assert forms == (("SEND",), tuple(LONG.split()))
    assert isinstance(node, Synonyms)
    assert [type(form) for form in node] == [Term, Phrase]
