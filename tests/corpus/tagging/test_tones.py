"""How much texts praise and find fault."""

from corpus.tagging.tones import measure_tones


def test_praise_and_fault_are_told_for_each_text():
    praise, fault = measure_tones(
        ["Plans are thorough and of high quality.", "Plans are poor and too often late."]
    ).tolist()
    assert praise[0] > praise[1]
    assert fault[1] > fault[0]


def test_tones_are_shares_and_a_text_of_two_sentences_has_their_average():
    one, other, both = measure_tones(
        [
            "Plans are thorough.",
            "Plans are too often late.",
            "Plans are thorough. Plans are too often late.",
        ]
    )
    assert both.tolist() == ((one + other) / 2).tolist()
    assert ((both >= 0) & (both <= 1)).all()


def test_no_texts_have_no_tones():
    assert measure_tones([]).shape == (0, 2)
    assert measure_tones([""]).shape == (1, 2)
