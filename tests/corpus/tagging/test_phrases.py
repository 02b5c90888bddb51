import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.tagging.phrases import MAX_MEMO_TOKENS, PhraseFinder, map_spellings, parse_phrase

PHRASES = ["nurse", "school nurse", "school nurse team", "school", "^ however", "# nurse", "not"]
FINDER = PhraseFinder([parse_phrase(text) for text in PHRASES])


def phrases_of(text):
    """Return the phrases in a text, a list for each sentence."""
    matches = FINDER.find([text])
    ends = [*matches.sentence_starts[1:], matches.rows.shape[1]]
    return [
        [PHRASES[row - 1] for row in matches.rows[:, start:end].T.ravel() if row]
        for start, end in zip(matches.sentence_starts, ends, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Nurses", [["nurse"]]),
        ("The school’s nurse", [["school", "school nurse", "nurse"]]),
        ("SCHOOL NURSE TEAMS", [["school", "school nurse", "school nurse team", "nurse"]]),
        ("schooling", [[]]),
        ("However, nurses. Not schools; however", [["^ however", "nurse"], ["not", "school"], ["^ however"]]),
        ("the school. Nurse", [["school"], ["nurse"]]),
        ("a school-nurse.", [["school", "school nurse", "nurse"]]),
        ("137 nurses", [["# nurse", "nurse"]]),
        ("◼ However", [["^ however"]]),
        ("", [[]]),
        ("...", [[]]),
        ("The school but not nurses", [["school"], ["not", "nurse"]]),
        ("But not", [["not"]]),
        ("12. However", [["^ however"]]),
        ("2.5 nurses", [["# nurse", "nurse"]]),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_phrases_are_found_in_either_number_and_within_a_sentence(text, sentences):
    assert phrases_of(text) == sentences


def test_the_sentences_of_several_texts_are_told_apart():
    matches = FINDER.find(["One. Two words.", "", "Three whole words"])
    assert matches.first_sentences.tolist() == [0, 2, 3]
    assert matches.sentence_lengths.tolist() == [1, 2, 0, 3]


@given(st.lists(st.text(alphabet="however nurses.◼;’ 5"), min_size=1))
def test_texts_are_found_alike_together_and_alone(texts):
    together = FINDER.find(texts)
    alone = [FINDER.find([text]) for text in texts]
    assert together.sentence_lengths.tolist() == [n for m in alone for n in m.sentence_lengths]
    assert together.rows.T.tolist() == [row for m in alone for row in m.rows.T.tolist()]


def test_the_memo_of_tokens_is_bounded():
    finder = PhraseFinder([("nurse",)])
    for number in range(0, MAX_MEMO_TOKENS + 2, 1000):
        finder.find([" ".join(f"a{place}" for place in range(number, number + 1000))])
    assert 0 < finder.number_token.cache_info().currsize <= MAX_MEMO_TOKENS


def test_a_phrase_is_spelt_as_the_text_first_does():
    spellings = map_spellings("School Nurses' plans; the school nurse")
    assert spellings[("school", "nurse")] == "school nurses"
    assert spellings[("^", "school")] == "school"
    assert ("plan", "the") not in spellings
