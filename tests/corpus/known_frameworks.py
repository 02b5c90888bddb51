"""The known frameworks by their keys, for tests that name one."""

from corpus.frameworks import FRAMEWORKS

FRAMEWORK_BY_KEY = {framework.key: framework for framework in FRAMEWORKS}
