"""Framework `sif`: the single inspection framework, 2013 to 2017, with its review of the board."""

from corpus.frameworks.common_headings import ABOUT, RECOMMENDATIONS
from corpus.frameworks.framework import Framework, HeadingRule
from corpus.patterns import anyof

NUMBERED = r"^(?:section )?(?:\d(?:\.\d)?\W+)?"
BOARD = r"(?:local safeguarding children'?s? board|lscb)\b"

SIF = Framework(
    key="sif",
    title_pattern=anyof(
        r"inspection of services for children in need of help and protection",
        r"review of the effectiveness of the local safeguarding children'?s? board",
    ),
    heading_rules=(
        ABOUT,
        RECOMMENDATIONS,
        HeadingRule(
            anyof(rf"{NUMBERED}(?:the )?(?:effectiveness of the )?{BOARD}"),
            "partnership",
            opens_division=True,
        ),
        HeadingRule(
            anyof(
                rf"{NUMBERED}the local authority(?: - .*)?$",
                r"^inspection judge?ments about the local authority",
            ),
            "overall",
            opens_division=True,
        ),
        HeadingRule(
            anyof(rf"(?:strengths|weaknesses|findings|summary|judge?ments?)\b.*\b{BOARD}"),
            "partnership",
        ),
        HeadingRule(anyof(r"\badoption performance"), "adoption"),
        HeadingRule(anyof(r"experiences? and progress of care leavers"), "care-leavers"),
        HeadingRule(
            anyof(
                rf"{NUMBERED}(?:the )?(?:experiences? and progress of )?children looked after and",
            ),
            "children-in-care",
        ),
        HeadingRule(
            anyof(
                rf"{NUMBERED}(?:the )?(?:experiences? and progress of )?children (?:who|in) need",
            ),
            "help-and-protection",
        ),
        HeadingRule(anyof(rf"{NUMBERED}leadership, management and governance"), "leadership"),
        HeadingRule(
            anyof(
                r"^executive summary",
                r"^summary (?:of (?:key )?findings|for children)",
                r"^the overall judge?ment",
                r"^children's services in",
                r"^the local authority(?:'s| has the following) strengths",
                r"^(?:key |main )?strengths",
                r"^progress since the (?:last|previous) inspection",
            ),
            None,
        ),
        HeadingRule(anyof(r"^summary\W*$", r"^inspection findings?\W*$"), None, is_inner=True),
    ),
    is_graded=True,
    default_area="overall",
)
