"""How many cases the tests that make their own cases try: far more in their long form.

None has a deadline: no test depends on how fast the machine is.
"""

from hypothesis import HealthCheck, settings

from tests.reliability.worlds import SOAK

settings.register_profile("short", deadline=None)
settings.register_profile(
    "soak", max_examples=5_000, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("soak" if SOAK else "short")
