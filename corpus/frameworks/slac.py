"""Inspections of safeguarding and looked after children services, 2009 to 2012."""

from corpus.frameworks.framework import ABOUT, RECOMMENDATIONS, Framework, Part
from corpus.patterns import anyof

SLAC = Framework(
    key="slac",
    sign=anyof(r"inspection of safeguarding and looked[ -]after children'?s?'? services"),
    parts=(
        ABOUT,
        RECOMMENDATIONS,
        Part(
            anyof(r"^safeguarding (?:services|outcomes(?: for children and young people)?)\b"),
            "help-and-protection",
            division=True,
        ),
        Part(
            anyof(
                r"^services for looked[ -]after children",
                r"^looked[ -]after children(?: services)?$",
                r"^(?:how good are )?outcomes for looked[ -]after children"
                r"(?: and (?:care leavers|young people))?",
            ),
            "children-in-care",
            division=True,
        ),
        Part(anyof(r"^(?:the )?contribution of health", r"\b(?:being|be) healthy"), "health"),
        Part(anyof(r"\benjoy(?:ing)? and achiev"), "education"),
        Part(anyof(r"^partnership"), "partnership"),
        Part(
            anyof(
                r"^capacity (?:for|to)",
                r"^(?:leadership|ambition)\b",
                r"^performance management",
                r"^evaluation\b",
                r"^user engagement",
                r"^value for money",
            ),
            "leadership",
        ),
        Part(
            anyof(
                r"^(?:the )?(?:overall )?effectiveness",
                r"^(?:children and young people are |staying )?safe\b",
                r"^(?:the )?quality of (?:provision|services?)",
                r"^(?:the )?impact of services",
                r"^service responsiveness",
                r"^making a positive",
                r"^economic well-?being",
                r"^equality and diversity",
            ),
            None,
        ),
    ),
    graded=True,
)
