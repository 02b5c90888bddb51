"""Frameworks `jtai` and `joint-area-review`: inspections by several inspectorates together."""

from corpus.frameworks.common_headings import ABOUT, RECOMMENDATIONS, TOPIC_HEADINGS
from corpus.frameworks.framework import Framework, HeadingRule
from corpus.patterns import anyof

JTAI = Framework(
    key="jtai",
    title_pattern=anyof(r"joint targeted area inspection"),
    heading_rules=(
        ABOUT,
        RECOMMENDATIONS,
        HeadingRule(anyof(r"^headline findings", r"^overview", r"^summary"), "overall"),
        HeadingRule(anyof(r"^leadership", r"^(?:strategic )?leaders"), "leadership"),
        HeadingRule(
            anyof(
                r"\blscb\b",
                r"safeguarding children'?s? (?:board|partnership)",
                r"^partnership",
            ),
            "partnership",
        ),
        HeadingRule(
            anyof(
                r"^(?:key )?strengths",
                r"^(?:main |key )?findings",
                r"^(?:case|practice) stud",
                r"^respon(?:se|ding)",
                r"^identif",
                r"front door",
                r"effective practice",
                r"\bpractice with children",
                r"\bchildren (?:at|who|living|experiencing)\b",
            ),
            "help-and-protection",
        ),
    ),
    is_letter=True,
    default_area="help-and-protection",
)

JOINT_AREA_REVIEW = Framework(
    key="joint-area-review",
    title_pattern=anyof(
        r"\bjoint area review\b",
        r"\bprogress (?:made )?in the provision of safeguarding services",
    ),
    heading_rules=(
        ABOUT,
        RECOMMENDATIONS,
        HeadingRule(
            anyof(r"^overall", r"^summary", r"^main findings", r"^key findings"), "overall"
        ),
        HeadingRule(
            anyof(
                r"^(?:performance|service) management",
                r"capacity to improve",
                r"^support for front-?line",
            ),
            "leadership",
        ),
        HeadingRule(
            anyof(
                r"^managing the backlog",
                r"^recording and tracking",
                r"^staying safe",
                r"^safeguarding",
            ),
            "help-and-protection",
        ),
        *TOPIC_HEADINGS,
    ),
)
