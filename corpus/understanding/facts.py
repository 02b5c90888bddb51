"""The facts that a report prints about itself: title, authority, dates, lead inspector, outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus.frameworks import Framework
from corpus.layout.blocks import CONTENTS, HEADING, NOTE, ROW, RUNNING, Block
from corpus.patterns import anyof
from corpus.understanding.authorities import Authority
from corpus.understanding.dates import PIECE, Period, periods, read_day, read_period
from corpus.understanding.people import lead_inspector
from corpus.understanding.places import authority_named

OPENING = 45
"""So many blocks hold cover, letterhead and the first words."""

LONGEST_TITLE = 300
LATEST = 183
"""Days from an inspection's end to its report; a period longer ago is that of another one."""

MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹ *"
"""Marks of footnotes that a heading may end with."""

DATED = anyof(
    r"(?<!previous )(?<!last )\b(?:inspection|visit|review|fieldwork) dates?\s*:?\s*(?P<when>.*)",
    r"^dates? of (?:the |this )?(?:inspection|visit|review|fieldwork)\s*:?\s*(?P<then>.*)",
)
VISIT = anyof(r"\b(?:inspect|visit)")
VISITED = anyof(
    r"\b(?:letter|report) (?:summarises|gives|outlines|sets out)\b",
    r"\btook place\b",
    r"^(?:between|from|on)\b",
    r"\b(?:was|were) (?:carried out|conducted|undertaken)\b",
    r"\b(?:inspection|visit)\b.{0,80},? (?:on|from|between)$",
)
"""How the words before its days tell of an inspection."""

EARLIER = anyof(
    r"\b(?:previous|last|earlier) (?:\w+ ){0,3}(?:inspection|visit)",
    r"\bsince the last\b",
)
PUBLISHED = anyof(
    r"\b(?:published|publication date|date of publication)(?: on)?\s*:?\s*"
    r"(?P<when>(?:\w+day,? )?\d.*)"
)
ONLY_A_DATE = anyof(rf"^(?:date:? )?{PIECE}\W*$")
SALUTATION = anyof(r"^dear\b")
INVENTED = anyof(
    r"\bthis (?:report|letter|document|sample)\b.{0,60}\b(?:is|are) (?:entirely |wholly )?invented",
    r"^invented (?:sample|report|letter)\b",
)

OUTCOMES = (
    (3, anyof(r"widespread and/?\s?(?:or )?systemic failings")),
    (2, anyof(r"inconsistent experiences and outcomes")),
    (1, anyof(r"typically (?:lead|leads|led) to positive experiences")),
)
"""What the first words of an area's report say of its outcome, the gravest first."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report says about itself; None is not printed."""

    title: str | None
    authority: Authority | None
    period: Period | None
    published: date | None
    lead_inspector: str | None
    outcome: int | None
    invented: bool


@lru_cache(maxsize=2048)
def straight(text: str) -> str:
    """Returns `text` with typewriter apostrophes and single spaces, as patterns expect it.

    Every step of reading asks for the same few hundred texts of one report.
    """
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


def opening_of(blocks: Sequence[Block]) -> list[Block]:
    """Returns the first blocks, running heads and all, without contents and footnotes."""
    return [block for block in blocks if block.kind not in (CONTENTS, NOTE)][:OPENING]


def read_facts(blocks: Sequence[Block], framework: Framework) -> Facts:
    """Returns the facts of a report of that framework."""
    opening = [straight(block.text) for block in opening_of(blocks)]
    texts = [in_columns(block) for block in blocks]
    printed = [*opening, *(straight(b.text) for b in blocks if b.kind == NOTE and b.page == 1)]
    published = read_published(printed)
    covered = framework.sign is not None and not framework.letter
    return Facts(
        title=read_title(blocks, framework),
        authority=authority_named(titled(opening, framework), texts, covered),
        period=inspected(printed, published),
        published=published,
        lead_inspector=lead_inspector(texts),
        outcome=read_outcome(opening) if framework.outcomes else None,
        invented=any(INVENTED.search(text) for text in opening),
    )


def in_columns(block: Block) -> str:
    """Returns a block's text with bars between its columns: the cells of a row, or a label."""
    beside = block.cells if block.kind == ROW else (*block.cells, block.text)
    return straight(" | ".join(beside) if block.cells else block.text)


def titled(opening: Sequence[str], framework: Framework) -> list[str]:
    """Returns the opening from a letter's title on, or whole where it is no letter."""
    at = next((at for at, text in enumerate(opening) if SALUTATION.match(text)), None)
    return list(opening if at is None or not framework.letter else opening[at + 1 :])


def read_title(blocks: Sequence[Block], framework: Framework) -> str | None:
    """Returns the title as printed: where the framework is named, else the first heading."""
    opening = sorted(opening_of(blocks), key=lambda block: block.kind == RUNNING)
    short = (block.text for block in opening if len(block.text) < LONGEST_TITLE)
    named = (text for text in short if framework.named_in(straight(text)))
    title = next(named, None) or next((b.text for b in opening if b.kind == HEADING), None)
    return title and title.rstrip(MARKS)


def read_published(opening: Sequence[str]) -> date | None:
    """Returns the day that the cover or the letter's head prints, None where none is."""
    for text in opening:
        match = PUBLISHED.search(text)
        day = read_day(match["when"]) if match else None
        if day:
            return day
    letter = next((at for at, text in enumerate(opening) if SALUTATION.match(text)), 0)
    return next((read_day(text) for text in opening[:letter] if ONLY_A_DATE.fullmatch(text)), None)


def inspected(opening: Sequence[str], published: date | None) -> Period | None:
    """Returns the days of the inspection, as labelled on the cover or told in the first words.

    A letter may leave the year out; that of its own date then counts.
    """
    for at, text in enumerate(opening):
        match = DATED.search(text)
        following = " ".join(opening[at + 1 : at + 2])
        printed = (match["when"] or match["then"] or "") if match else ""
        period = (read_period(printed) or read_period(following)) if match else None
        if period:
            return period
    year = published.year if published else None
    told = (found for text in opening if VISIT.search(text) for found in periods(text, year))
    return next((p for before, p in told if tells(before) and recent(p, published)), None)


def tells(before: str) -> bool:
    """Returns whether the words before a period tell of this inspection, not of an earlier one."""
    before = before.rstrip()
    here = VISITED.search(before) or not before
    return bool(here) and not EARLIER.search(before)


def recent(period: Period, published: date | None) -> bool:
    """Returns whether an inspection ended in the half year before its report was published."""
    return published is None or 0 <= (published - period.end).days <= LATEST


def read_outcome(opening: Sequence[str]) -> int | None:
    """Returns the outcome (1 to 3) that the opening states, None where it states none."""
    for text in opening:
        for outcome, words in OUTCOMES:
            if words.search(text):
                return outcome
    return None
