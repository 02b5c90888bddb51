"""What the reader knows of an inspection framework: the record, and headings that many share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import Judgement
from corpus.patterns import anyof


@dataclass(frozen=True, slots=True)
class Part:
    """A heading that a framework prints, or a family of them.

    `heading` is searched in the heading's words, apostrophes straightened. `area` None takes
    the division's area. `kind` is that of the paragraphs under it. A `division` gives its area
    to the parts under it that have none of their own, until the next division. An `inner`
    heading stands within sections of findings, and opens one of its own anywhere else.
    """

    heading: re.Pattern[str]
    area: str | None
    kind: str = "finding"
    division: bool = False
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Framework:
    """One inspection framework.

    `sign` is found in the title or opening words of its reports. `parts` are its headings, of
    which the first that fits counts. `graded` says that areas have grades, `letter` that it is
    printed as a letter, `outcomes` that it gives one of three outcomes. `home` is the area of
    parts without one of their own, before the first division; `intro` the kind of what
    stands before the first heading.
    """

    key: str
    sign: re.Pattern[str] | None
    parts: tuple[Part, ...]
    graded: bool = False
    letter: bool = False
    outcomes: bool = False
    home: str | None = None
    intro: str = "finding"

    def part(self, heading: str) -> Part | None:
        """Returns the part that a heading opens, None where it is none that is known."""
        return next((part for part in self.parts if part.heading.search(heading)), None)

    def named_in(self, opening: str) -> bool:
        """Returns whether a report that opens with these words follows this framework."""
        return bool(self.sign and self.sign.search(opening))


RECOMMENDATIONS = Part(
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

ABOUT = Part(
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
"""Headings over what is no evidence: the inspection itself, the place, the scale of grades."""

COMMON = (
    Part(
        anyof(r"^executive summary", r"^summary", r"^overview", r"^headline findings", r"^overall"),
        "overall",
    ),
    Part(anyof(r"\bcare leavers", r"\bleaving care"), "care-leavers"),
    Part(anyof(r"\badoption\b"), "adoption"),
    Part(
        anyof(
            r"\bsafeguarding children'?s? board",
            r"\blscb\b",
            r"\bsafeguarding (?:children'?s? )?partnership",
            r"\bpartnerships?\b",
        ),
        "partnership",
    ),
    Part(
        anyof(
            r"\bleaders",
            r"\b(?:management|governance|ambition|workforce|quality assurance)\b",
            r"\bcapacity (?:to|for)\b",
        ),
        "leadership",
    ),
    Part(
        anyof(
            r"\bin care\b", r"\blooked[ -]after", r"\bpermanence", r"\bfostering",
            r"\bcorporate parent",
        ),
        "children-in-care",
    ),
    Part(
        anyof(
            r"\bprotect", r"\bsafeguarding", r"\bfront door", r"\bearly help", r"\bin need\b",
            r"\brisk\b", r"\bmissing\b", r"\bexploitation",
        ),
        "help-and-protection",
    ),
    Part(anyof(r"\bsend\b", r"\bspecial educational"), "send"),
    Part(anyof(r"\bhealth", r"\bcamhs\b", r"\bclinical"), "health"),
    Part(anyof(r"\beducation", r"\bschools?\b", r"\blearning\b", r"\bachiev"), "education"),
)  # fmt: skip
"""Headings by the words in them: how a report without a list of its own is read."""


SHORTEST_NAME = 12
"""So many letters of a judgement's name tell it from any other."""


def judgement_for(
    judgements: tuple[Judgement, ...], heading: str, area: str | None, division: str | None
) -> Judgement | None:
    """Returns the judgement whose area a section stands in: of its name, or alone in its area.

    Of two judgements with one name, that of the section's division counts.
    """
    title = words(heading)
    named = [j for j in judgements if same(words(j.name), title)]
    here = [j for j in named if j.area == division] or named
    if not here:
        here = [j for j in judgements if area is not None and j.area == area]
    return here[0] if len(here) == 1 else None


def same(name: str, title: str) -> bool:
    """Returns whether a judgement's name is a heading's, or the beginning of it, or reverse."""
    short, long = sorted((name, title), key=len)
    return short == long or (len(short) >= SHORTEST_NAME and long.startswith(short))


def words(text: str) -> str:
    """Returns the letters of `text`, lower case, to compare headings by."""
    return re.sub(r"[\W\d_]+", " ", text.replace("’", "").replace("'", "")).strip().lower()
