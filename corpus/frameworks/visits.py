"""Frameworks `focused-visit` and `monitoring-visit`: letters after visits to services."""

from corpus.frameworks.common_headings import ABOUT, RECOMMENDATIONS
from corpus.frameworks.framework import Framework, HeadingRule
from corpus.patterns import anyof

HEADING_RULES = (
    ABOUT,
    RECOMMENDATIONS,
    HeadingRule(anyof(r"^overview", r"^headline findings", r"^summary", r"^overall"), "overall"),
    HeadingRule(anyof(r"^areas? covered by the visit"), "about", "context"),
    HeadingRule(
        anyof(
            r"^(?:main |key |inspection )?findings?\b",
            r"^evaluation of progress",
            r"^progress\b",
        ),
        None,
    ),
)

FOCUSED_VISIT = Framework(
    key="focused-visit",
    title_pattern=anyof(r"\bfocused visit to\b", r"findings of (?:a|the|our) focused visit"),
    heading_rules=HEADING_RULES,
    is_letter=True,
    intro_kind="context",
)

MONITORING_VISIT = Framework(
    key="monitoring-visit",
    title_pattern=anyof(
        r"\bmonitoring visit (?:to|of)\b",
        r"findings of (?:a|the|our) .{0,20}monitoring visit",
    ),
    heading_rules=HEADING_RULES,
    is_letter=True,
    intro_kind="context",
)
