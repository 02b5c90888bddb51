"""Framework `child-protection-2012`: arrangements for the protection of children, 2012 to 2013."""

from corpus.frameworks.common_headings import ABOUT, RECOMMENDATIONS
from corpus.frameworks.framework import Framework, HeadingRule
from corpus.patterns import anyof

CHILD_PROTECTION = Framework(
    key="child-protection-2012",
    title_pattern=anyof(
        r"inspection of (?:the )?local authority arrangements for the protection of children",
        r"inspection of arrangements for the protection of children",
    ),
    heading_rules=(
        ABOUT,
        RECOMMENDATIONS,
        HeadingRule(anyof(r"^overall effectiveness"), "overall"),
        HeadingRule(anyof(r"^leadership", r"^capacity (?:for|to)"), "leadership"),
        HeadingRule(
            anyof(
                r"^(?:the )?effectiveness of the help",
                r"^(?:the )?quality of (?:practice|provision)",
            ),
            "help-and-protection",
        ),
    ),
    is_graded=True,
    default_area="help-and-protection",
)
