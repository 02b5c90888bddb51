"""Joint inspections: joint targeted area inspections (letters) and joint area reviews."""

from corpus.frameworks.framework import ABOUT, COMMON, RECOMMENDATIONS, Framework, Part
from corpus.patterns import anyof

JTAI = Framework(
    key="jtai",
    sign=anyof(r"joint targeted area inspection"),
    parts=(
        ABOUT,
        RECOMMENDATIONS,
        Part(anyof(r"^headline findings", r"^overview", r"^summary"), "overall"),
        Part(anyof(r"^leadership", r"^(?:strategic )?leaders"), "leadership"),
        Part(
            anyof(
                r"\blscb\b",
                r"safeguarding children'?s? (?:board|partnership)",
                r"^partnership",
            ),
            "partnership",
        ),
        Part(
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
    letter=True,
    home="help-and-protection",
)

JOINT_AREA_REVIEW = Framework(
    key="joint-area-review",
    sign=anyof(
        r"\bjoint area review\b",
        r"\bprogress (?:made )?in the provision of safeguarding services",
    ),
    parts=(
        ABOUT,
        RECOMMENDATIONS,
        Part(anyof(r"^overall", r"^summary", r"^main findings", r"^key findings"), "overall"),
        Part(
            anyof(
                r"^(?:performance|service) management",
                r"capacity to improve",
                r"^support for front-?line",
            ),
            "leadership",
        ),
        Part(
            anyof(
                r"^managing the backlog",
                r"^recording and tracking",
                r"^staying safe",
                r"^safeguarding",
            ),
            "help-and-protection",
        ),
        *COMMON,
    ),
)
