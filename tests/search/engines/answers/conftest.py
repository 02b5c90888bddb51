"""The small dated collection whose answers are known."""

from datetime import date

import pytest


@pytest.fixture(scope="module")
def engine(build_engine):
    return build_engine(
        ("ash", ["Plans are late.", ("Plans drift.", {"grade": None})], {"day": date(2019, 1, 2)}),
        ("elm", ["Plans are clear.", "Visits."], {"day": date(2021, 3, 4), "region": "London"}),
        ("box", ["Plans."], {"day": date(2021, 3, 4)}),
        ("yew", ["Plans, plans."], {"day": None}),
        ("bay", ["Plans!"], {"day": None, "inspection_end": date(2020, 1, 1)}),
    )
