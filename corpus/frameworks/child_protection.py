"""Inspections of local authority arrangements for the protection of children, 2012 to 2013."""

from corpus.frameworks.framework import ABOUT, RECOMMENDATIONS, Framework, Part
from corpus.patterns import anyof

CHILD_PROTECTION = Framework(
    key="child-protection-2012",
    sign=anyof(
        r"inspection of (?:the )?local authority arrangements for the protection of children",
        r"inspection of arrangements for the protection of children",
    ),
    parts=(
        ABOUT,
        RECOMMENDATIONS,
        Part(anyof(r"^overall effectiveness"), "overall"),
        Part(anyof(r"^leadership", r"^capacity (?:for|to)"), "leadership"),
        Part(
            anyof(
                r"^(?:the )?effectiveness of the help",
                r"^(?:the )?quality of (?:practice|provision)",
            ),
            "help-and-protection",
        ),
    ),
    graded=True,
    home="help-and-protection",
)
