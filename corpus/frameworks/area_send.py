"""Inspections of what an area does for children with special educational needs or disabilities."""

from corpus.frameworks.framework import ABOUT, RECOMMENDATIONS, Framework, Part
from corpus.patterns import anyof

AREA_SEND = Framework(
    key="area-send",
    sign=anyof(
        r"\barea send\b.{0,20}\b(?:inspection|re-?visit)",
        r"joint (?:local )?area (?:inspection of )?(?:send|special educational needs)",
        r"to judge the effectiveness of the area in implementing",
        r"inspection of .{0,80}local area partnership",
    ),
    parts=(
        ABOUT,
        Part(anyof(r"^local area partnership details"), "about", "context"),
        Part(anyof(r"^areas? for development"), "send"),
        RECOMMENDATIONS,
        Part(anyof(r"^inspection outcome"), "overall"),
        Part(
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
    outcomes=True,
    home="send",
)
