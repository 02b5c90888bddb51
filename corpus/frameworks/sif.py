"""The single inspection framework, 2013 to 2017, with its review of the safeguarding board."""

from corpus.frameworks.framework import ABOUT, RECOMMENDATIONS, Framework, Part
from corpus.patterns import anyof

NUMBER = r"^(?:section )?(?:\d(?:\.\d)?\W+)?"
BOARD = r"(?:local safeguarding children'?s? board|lscb)\b"

SIF = Framework(
    key="sif",
    sign=anyof(
        r"inspection of services for children in need of help and protection",
        r"review of the effectiveness of the local safeguarding children'?s? board",
    ),
    parts=(
        ABOUT,
        RECOMMENDATIONS,
        Part(
            anyof(rf"{NUMBER}(?:the )?(?:effectiveness of the )?{BOARD}"),
            "partnership",
            division=True,
        ),
        Part(
            anyof(
                rf"{NUMBER}the local authority(?: - .*)?$",
                r"^inspection judge?ments about the local authority",
            ),
            "overall",
            division=True,
        ),
        Part(
            anyof(rf"(?:strengths|weaknesses|findings|summary|judge?ments?)\b.*\b{BOARD}"),
            "partnership",
        ),
        Part(anyof(r"\badoption performance"), "adoption"),
        Part(anyof(r"experiences? and progress of care leavers"), "care-leavers"),
        Part(
            anyof(
                rf"{NUMBER}(?:the )?(?:experiences? and progress of )?children looked after and",
            ),
            "children-in-care",
        ),
        Part(
            anyof(
                rf"{NUMBER}(?:the )?(?:experiences? and progress of )?children (?:who|in) need",
            ),
            "help-and-protection",
        ),
        Part(anyof(rf"{NUMBER}leadership, management and governance"), "leadership"),
        Part(
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
        Part(anyof(r"^summary\W*$", r"^inspection findings?\W*$"), None, inner=True),
    ),
    graded=True,
    home="overall",
)
