"""Letters after focused visits and monitoring visits to children's services."""

from corpus.frameworks.framework import ABOUT, RECOMMENDATIONS, Framework, Part
from corpus.patterns import anyof

PARTS = (
    ABOUT,
    RECOMMENDATIONS,
    Part(anyof(r"^overview", r"^headline findings", r"^summary", r"^overall"), "overall"),
    Part(anyof(r"^areas? covered by the visit"), "about", "context"),
    Part(
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
    sign=anyof(r"\bfocused visit to\b", r"findings of (?:a|the|our) focused visit"),
    parts=PARTS,
    letter=True,
    intro="context",
)

MONITORING_VISIT = Framework(
    key="monitoring-visit",
    sign=anyof(
        r"\bmonitoring visit (?:to|of)\b",
        r"findings of (?:a|the|our) .{0,20}monitoring visit",
    ),
    parts=PARTS,
    letter=True,
    intro="context",
)
