import numpy as np
import pytest

from corpus.tagging.lexicon import POLARITY_FEATURES
from corpus.tagging.phrases import PhraseFinder
from corpus.tagging.polarity import apply_logistic, compute_features
from corpus.tagging.themes import TaggingInput


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
    assert own.tag([TaggingInput(text, None, kind)])[0].polarity == polarity


def test_degrees_are_logistic_and_safe_for_any_score():
    degrees = apply_logistic(np.array([[0.0, np.log(3)], [-1e9, 1e9]]))
    assert degrees == pytest.approx(np.array([[0.5, 0.75], [0, 1]]))


def test_features_are_computed_from_the_sentences_of_each_text():
    # Two texts: one sentence of one word and one of three, then a single sentence.
    matches = PhraseFinder([("a",)]).find(["One. Two more words.", "Another text"])
    degrees = np.array([[0.8, 0.0], [0.4, 0.6], [0.1, 0.2]])
    features = compute_features(degrees, matches)
    assert dict(zip(POLARITY_FEATURES, features[0], strict=True)) == pytest.approx(
        {
            "praise": (0.8 + 3 * 0.4) / 4,
            "blame": 3 * 0.6 / 4,
            "both": 0.45,
            "most_praise": 0.8,
            "most_blame": 0.6,
            "first_praise": 0.8,
            "first_blame": 0.0,
            "last_blame": 0.6,
        }
    )
    assert features[1] == pytest.approx([0.1, 0.2, 0.1, 0.1, 0.2, 0.1, 0.2, 0.2])
