import pytest

from corpus.frameworks.framework import Framework, HeadingRule
from corpus.patterns import anyof

HEALTH = HeadingRule(anyof(r"\bhealth"), "health")
ABOUT_HEALTH = HeadingRule(anyof(r"^about"), "about", "context")
FRAMEWORK = Framework("visit", anyof(r"\bvisit to\b"), (ABOUT_HEALTH, HEALTH))


@pytest.mark.parametrize(
    ("heading", "rule"),
    [("Being healthy", HEALTH), ("About health", ABOUT_HEALTH), ("Housing", None)],
)
def test_the_first_rule_that_matches_a_heading_counts(heading, rule):
    assert FRAMEWORK.find_rule(heading) is rule


def test_a_framework_is_named_by_its_title():
    assert FRAMEWORK.is_named_in("Letter after a visit to Eastmere")
    assert not FRAMEWORK.is_named_in("Inspection of Eastmere")
    assert not Framework("other", None, ()).is_named_in("visit to")
