"""The collection that most tests of suggestions ask."""

import pytest

TEXTS = [
    ("Safeguarding is effective and recording is timely.", {"grade": "good"}),
    ("Safeguarding practice drifts in 2019a cases.", {"grade": "inadequate"}),
    ("Recording of visits is clear.", {"grade": "good"}),
]


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(("ash", TEXTS, {}))
