"""What the tests of the index share."""

from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # no test may depend on its speed
settings.load_profile("any machine")
