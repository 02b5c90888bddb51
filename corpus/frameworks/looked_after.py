"""Inspections of looked after children services, 2013."""

from corpus.frameworks.framework import ABOUT, RECOMMENDATIONS, Framework, Part
from corpus.patterns import anyof

LOOKED_AFTER = Framework(
    key="looked-after-2013",
    sign=anyof(r"inspection of (?:services for )?looked[ -]after children"),
    parts=(
        ABOUT,
        RECOMMENDATIONS,
        Part(anyof(r"^overall effectiveness"), "overall"),
        Part(anyof(r"^leadership", r"^capacity (?:for|to)"), "leadership"),
        Part(anyof(r"^outcomes for", r"^quality of (?:practice|provision)"), "children-in-care"),
    ),
    graded=True,
    home="children-in-care",
)
