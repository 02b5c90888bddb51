"""Inspections of local authority children's services, 2018 on."""

from corpus.frameworks.framework import ABOUT, RECOMMENDATIONS, Framework, Part
from corpus.patterns import anyof

ILACS = Framework(
    key="ilacs",
    sign=anyof(
        r"inspection of children's (?:social care )?services",
        r"inspection of .{0,60}?local authority children's services",
        r"impact of leaders on social work practice with children",
    ),
    parts=(
        ABOUT,
        RECOMMENDATIONS,
        Part(anyof(r"impact of leaders"), "leadership"),
        Part(anyof(r"(?:children|families) (?:who|that) need help"), "help-and-protection"),
        Part(anyof(r"children in care", r"looked[ -]after"), "children-in-care"),
        Part(anyof(r"care leavers"), "care-leavers"),
        Part(anyof(r"^overall effectiveness", r"^summary"), "overall"),
    ),
    graded=True,
    home="overall",
)
