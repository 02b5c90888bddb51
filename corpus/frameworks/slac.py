"""Inspections of safeguarding and looked after children services, 2009 to 2012."""

from corpus.frameworks.framework import ABOUT, RECOMMENDATIONS, Framework, Part
from corpus.patterns import anyof

SLAC = Framework(
    key="slac",
    sign=anyof(r"inspection of safeguarding and looked[ -]after children'?s?'? services"),
    parts=(
        ABOUT,
        RECOMMENDATIONS,
        Part(anyof(r"^safeguarding (?:services|outcomes)\b"), "help-and-protection", division=True),
        Part(
            anyof(
                r"^services for looked[ -]after",
                r"^looked[ -]after children(?: services)?$",
                r"^how good are outcomes for looked[ -]after",
                r"^outcomes for looked[ -]after",
            ),
            "children-in-care",
            division=True,
        ),
        Part(anyof(r"^(?:the )?contribution of health", r"^being healthy"), "health"),
        Part(anyof(r"^enjoying and achieving"), "education"),
        Part(anyof(r"^partnership working"), "partnership"),
        Part(
            anyof(
                r"^capacity (?:for|to)",
                r"^(?:leadership|ambition)\b",
                r"^performance management",
            ),
            "leadership",
        ),
        Part(
            anyof(
                r"^(?:the )?(?:overall )?effectiveness",
                r"^(?:children and young people are |staying )?safe\b",
                r"^quality of (?:provision|services?)",
                r"^making a positive",
                r"^economic well-?being",
                r"^equality and diversity",
            ),
            None,
        ),
    ),
    graded=True,
)
