"""The known frameworks by their keys, for tests that name one."""

from corpus.frameworks import ALL_FRAMEWORKS

FRAMEWORK_BY_KEY = {framework.key: framework for framework in ALL_FRAMEWORKS}
