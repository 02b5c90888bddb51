"""Framework `area-send`: what an area does for children with special educational needs."""

from corpus.frameworks.common_headings import ABOUT, RECOMMENDATIONS
from corpus.frameworks.framework import Framework, HeadingRule
from corpus.patterns import anyof

AREA_SEND = Framework(
    key="area-send",
    title_pattern=anyof(
        r"\barea send\b.{0,20}\b(?:inspection|re-?visit)",
        r"joint (?:local )?area (?:inspection of )?(?:send|special educational needs)",
        r"to judge the effectiveness of the area in implementing",
        r"inspection of .{0,80}local area partnership",
    ),
    heading_rules=(
        ABOUT,
        HeadingRule(anyof(r"^local area partnership details"), "about", "context"),
        HeadingRule(anyof(r"^areas? for development"), "send"),
        RECOMMENDATIONS,
        HeadingRule(anyof(r"^inspection outcome"), "overall"),
        HeadingRule(
            anyof(
                r"^what is it like",
                r"^what (?:is|does) the (?:local )?area",
                r"^(?:the )?(?:main )?findings",
                r"^(?:the )?effectiveness",
                r"^the inspection raises",
                r"^(?:areas? of )?(?:strength|weakness)",
            ),
            "send",
        ),
    ),
    has_outcome=True,
    default_area="send",
)
