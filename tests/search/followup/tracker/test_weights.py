"""The weights in their file."""

import pytest

from corpus.datafile import DataFile
from corpus.errors import DataError
from search.followup.tracker.weights import MODELS, LogisticModel, default_weights, read_model


def test_each_model_has_a_weight_for_each_feature():
    weights = default_weights()
    for table, features in MODELS.items():
        assert len(getattr(weights, table).weights) == len(features)
    assert "ensur" in weights.ask_stems
    assert weights.share_of("ensur") < weights.share_of("otter") == 1


def test_a_linear_model_adds_up():
    assert LogisticModel(1.0, (2.0, -1.0)).score((0.5, 3.0)) == -1.0


def test_an_unknown_feature_is_named_with_its_line():
    data = DataFile("a.toml", "[report]\nbase = 1\nfisrt = 2\n")
    with pytest.raises(DataError, match=r"a\.toml, line 3.*first"):
        read_model(data, "report", ("first", "second"))
