"""What the tests of the index share."""

from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # a busy machine is no fault of ours
settings.load_profile("any machine")
