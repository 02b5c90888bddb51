"""Framework `looked-after-2013`: inspections of looked after children services, 2013."""

from corpus.frameworks.common_headings import ABOUT, RECOMMENDATIONS
from corpus.frameworks.framework import Framework, HeadingRule
from corpus.patterns import anyof

LOOKED_AFTER = Framework(
    key="looked-after-2013",
    title_pattern=anyof(r"inspection of (?:services for )?looked[ -]after children"),
    heading_rules=(
        ABOUT,
        RECOMMENDATIONS,
        HeadingRule(anyof(r"^overall effectiveness"), "overall"),
        HeadingRule(anyof(r"^leadership", r"^capacity (?:for|to)"), "leadership"),
        HeadingRule(
            anyof(r"^outcomes for", r"^quality of (?:practice|provision)"), "children-in-care"
        ),
    ),
    is_graded=True,
    default_area="children-in-care",
)
