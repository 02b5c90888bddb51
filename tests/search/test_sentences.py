"""Where the sentences of a text begin and end."""

import pytest

from search.model import Span
from search.sentences import sentence_gaps, sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("‘One.’ (Two.) [3 come.] “Élan”", ["‘One.’", "(Two.)", "[3 come.]", "“Élan”"]),
        ("See fig. two and e.g. this", ["See fig. two and e.g. this"]),
        ("  ", []),
        ("", []),
    ],
    ids=["plain", "quotes and brackets", "no sentence ends", "blank", "empty"],
)
def test_sentences(text, sentences):
    assert [text[span.start : span.end] for span in sentence_spans(text)] == sentences


def test_gaps_are_looked_for_within_bounds():
    assert list(sentence_gaps("One. Two. Three. Four.", 5, 17)) == [Span(9, 10)]
