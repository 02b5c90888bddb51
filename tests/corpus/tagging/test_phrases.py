import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.tagging.phrases import REMEMBERED, Finder, phrase

PHRASES = ["nurse", "school nurse", "school nurse team", "school", "^ however", "# nurse", "not"]
FINDER = Finder([phrase(text) for text in PHRASES])


def held(text):
    """The phrases that the sentences of a text hold, a list for each sentence."""
    found = FINDER.find([text])
    ends = [*found.starts[1:], found.rows.shape[1]]
    return [
        [PHRASES[row - 1] for row in found.rows[:, start:end].T.ravel() if row]
        for start, end in zip(found.starts, ends, strict=True)
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
    assert held(text) == sentences


def test_the_sentences_of_several_texts_are_told_apart():
    found = FINDER.find(["One. Two words.", "", "Three whole words"])
    assert found.texts.tolist() == [0, 2, 3]
    assert found.lengths.tolist() == [1, 2, 0, 3]


@given(st.lists(st.text(alphabet="however nurses.◼;’ 5"), min_size=1))
def test_texts_are_found_alike_together_and_alone(texts):
    together = FINDER.find(texts)
    alone = [FINDER.find([text]) for text in texts]
    assert together.lengths.tolist() == [n for found in alone for n in found.lengths]
    assert together.rows.T.tolist() == [row for found in alone for row in found.rows.T.tolist()]


def test_the_memory_of_spellings_is_bounded():
    finder = Finder([("nurse",)])
    for number in range(0, REMEMBERED + 2, 1000):
        finder.find([" ".join(f"a{place}" for place in range(number, number + 1000))])
    assert len(finder) <= REMEMBERED
