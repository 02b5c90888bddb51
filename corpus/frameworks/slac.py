"""Framework `slac`: safeguarding and looked after children services, 2009 to 2012."""

from corpus.frameworks.common_headings import ABOUT, RECOMMENDATIONS
from corpus.frameworks.framework import Framework, HeadingRule
from corpus.patterns import anyof

SLAC = Framework(
    key="slac",
    title_pattern=anyof(r"inspection of safeguarding and looked[ -]after children'?s?'? services"),
    heading_rules=(
        ABOUT,
        RECOMMENDATIONS,
        HeadingRule(
            anyof(r"^safeguarding (?:services|outcomes(?: for children and young people)?)\b"),
            "help-and-protection",
            opens_division=True,
        ),
        HeadingRule(
            anyof(
                r"^services for looked[ -]after children",
                r"^looked[ -]after children(?: services)?$",
                r"^(?:how good are )?outcomes for looked[ -]after children"
                r"(?: and (?:care leavers|young people))?",
            ),
            "children-in-care",
            opens_division=True,
        ),
        HeadingRule(
            anyof(r"^(?:the )?contribution of health", r"\b(?:being|be) healthy"), "health"
        ),
        HeadingRule(anyof(r"\benjoy(?:ing)? and achiev"), "education"),
        HeadingRule(anyof(r"^partnership"), "partnership"),
        HeadingRule(
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
        HeadingRule(
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
    is_graded=True,
)
