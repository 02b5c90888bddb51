"""Framework `ilacs`: inspections of local authority children's services, 2018 on."""

from corpus.frameworks.common_headings import ABOUT, RECOMMENDATIONS
from corpus.frameworks.framework import Framework, HeadingRule
from corpus.patterns import anyof

ILACS = Framework(
    key="ilacs",
    title_pattern=anyof(
        r"inspection of children's (?:social care )?services",
        r"inspection of .{0,60}?local authority children's services",
        r"impact of leaders on social work practice with children",
    ),
    heading_rules=(
        ABOUT,
        RECOMMENDATIONS,
        HeadingRule(anyof(r"impact of leaders"), "leadership"),
        HeadingRule(anyof(r"(?:children|families) (?:who|that) need help"), "help-and-protection"),
        HeadingRule(anyof(r"children in care", r"looked[ -]after"), "children-in-care"),
        HeadingRule(anyof(r"care leavers"), "care-leavers"),
        HeadingRule(anyof(r"^overall effectiveness", r"^summary"), "overall"),
    ),
    is_graded=True,
    default_area="overall",
)
