"""Headings that many inspection frameworks print: recommendations, "about" and common topics."""

from corpus.frameworks.framework import HeadingRule
from corpus.patterns import anyof

RECOMMENDATIONS = HeadingRule(
    anyof(
        r"^what .{0,60}needs? to improve",
        r"\bareas? ?(?:\(s\) ?)?for (?:priority action|improvement|development)",
        r"^(?:areas? for )?priority (?:and immediate )?actions?\b",
        r"^(?:key |main |summary of )?recommendations?\b(?! from (?:the )?(?:last|previous))",
        r"^priorities for (?:further )?(?:improvement|action|development)",
    ),
    None,
    "recommendation",
)
"""Headings over actions that a report asks for, the same in all frameworks."""

ABOUT = HeadingRule(
    anyof(
        r"^about (?:this|the) (?:inspection|visit|review|service|area|report)",
        r"^information about (?:this|the) ",
        r"^(?:service|inspection) information\b",
        r"^the inspection judge?ments? and what",
        r"^what the inspection judge?ments? mean",
        r"^(?:the )?inspection team\b",
        r"^record of (?:the )?main findings",
        r"^(?:context|background|evidence|introduction|methodology|scope)\W*$",
        r"^context (?:of|to|for) ",
        r"^next steps?\b",
        r"^(?:other|previous|last) .{0,40}inspections?\b",
    ),
    "about",
    "context",
)
"""Headings over what is not evidence: the inspection itself, the place, the scale of grades."""

TOPIC_HEADINGS = (
    HeadingRule(
        anyof(r"^executive summary", r"^summary", r"^overview", r"^headline findings", r"^overall"),
        "overall",
    ),
    HeadingRule(anyof(r"\bcare leavers", r"\bleaving care"), "care-leavers"),
    HeadingRule(anyof(r"\badoption\b"), "adoption"),
    HeadingRule(
        anyof(
            r"\bsafeguarding children'?s? board",
            r"\blscb\b",
            r"\bsafeguarding (?:children'?s? )?partnership",
            r"\bpartnerships?\b",
        ),
        "partnership",
    ),
    HeadingRule(
        anyof(
            r"\bleaders",
            r"\b(?:management|governance|ambition|workforce|quality assurance)\b",
            r"\bcapacity (?:to|for)\b",
        ),
        "leadership",
    ),
    HeadingRule(
        anyof(
            r"\bin care\b",
            r"\blooked[ -]after",
            r"\bpermanence",
            r"\bfostering",
            r"\bcorporate parent",
        ),
        "children-in-care",
    ),
    HeadingRule(
        anyof(
            r"\bprotect",
            r"\bsafeguarding",
            r"\bfront door",
            r"\bearly help",
            r"\bin need\b",
            r"\brisk\b",
            r"\bmissing\b",
            r"\bexploitation",
        ),
        "help-and-protection",
    ),
    HeadingRule(anyof(r"\bsend\b", r"\bspecial educational"), "send"),
    HeadingRule(anyof(r"\bhealth", r"\bcamhs\b", r"\bclinical"), "health"),
    HeadingRule(anyof(r"\beducation", r"\bschools?\b", r"\blearning\b", r"\bachiev"), "education"),
)
"""Headings told by any word of a topic: how a report of no known framework is read."""
