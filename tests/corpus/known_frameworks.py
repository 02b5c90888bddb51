"""The frameworks and scales that come with the package, for tests that name one."""

from corpus.frameworks.library import load_library

LIBRARY = load_library()
FRAMEWORK_BY_KEY = {framework.key: framework for framework in LIBRARY.frameworks}
SCALE_BY_KEY = {scale.key: scale for scale in LIBRARY.scales}
OFSTED = SCALE_BY_KEY["ofsted"]
