"""What all tests share: how many cases those that make their own cases try, and fixtures.

They try far more in their long form. None has a deadline: no test depends on how fast the machine
is.
"""

import gc

import pytest
from hypothesis import HealthCheck, settings

from tests.reliability.worlds import SOAK

settings.register_profile("short", deadline=None)
settings.register_profile(
    "soak", max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("soak" if SOAK else "short")


@pytest.fixture
def no_garbage_collection():
    """References alone free memory; Python does not look for reference cycles by itself."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()
