"""Read the facts that a report prints about itself: title, authority, dates, inspector, outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.frameworks import Framework
from corpus.layout.blocks import HEADING, NOTE, ROW, RUNNING, Block
from corpus.patterns import anyof, straighten, strip_footnote_marks
from corpus.understanding.authorities import Authority
from corpus.understanding.dates import DAY, Period, find_periods, read_day, read_period
from corpus.understanding.lead_inspector import find_lead_inspector
from corpus.understanding.opening import find_salutation, select_opening
from corpus.understanding.origin.publishers import find_publisher
from corpus.understanding.report_authority import find_report_authority

MAX_TITLE_LETTERS = 300
MAX_DAYS_TO_PUBLICATION = 183
"""Days from an inspection's end to its report; a period longer ago is another inspection's."""

DATES_LABEL = anyof(
    r"(?<!previous )(?<!last )\b(?:inspection|visit|review|fieldwork) dates?\s*:?\s*(?P<when>.*)",
    r"^dates? of (?:the |this )?(?:inspection|visit|review|fieldwork)\s*:?\s*(?P<then>.*)",
)
INSPECTION = anyof(r"\b(?:inspect|visit)")
THIS_INSPECTION = anyof(
    r"\b(?:letter|report) (?:summarises|gives|outlines|sets out)\b",
    r"\btook place\b",
    r"^(?:between|from|on)\b",
    r"\b(?:was|were) (?:carried out|conducted|undertaken)\b",
    r"\b(?:inspection|visit)\b.{0,80},? (?:on|from|between)$",
)
"""Words before the days of the inspection that a report is about."""

EARLIER_INSPECTION = anyof(
    r"\b(?:previous|last|earlier) (?:\w+ ){0,3}(?:inspection|visit)",
    r"\bsince the last\b",
)
PUBLICATION_LABEL = anyof(
    r"\b(?:published|publication date|date of publication)(?: on)?\s*:?\s*"
    r"(?P<when>(?:\w+day,? )?\d.*)"
)
ONLY_A_DATE = anyof(rf"^(?:date:? )?{DAY}\W*$")
INVENTED = anyof(
    r"\bthis (?:report|letter|document|sample)\b.{0,60}\b(?:is|are) (?:entirely |wholly )?invented",
    r"^invented (?:sample|report|letter)\b",
)

OUTCOME_WORDINGS = (
    (3, anyof(r"widespread and/?\s?(?:or )?systemic failings")),
    (2, anyof(r"inconsistent experiences and outcomes")),
    (1, anyof(r"(?<!not )typically (?:lead|leads|led) to positive experiences")),
)
"""How the first words of an area's report word each outcome, the gravest first."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report prints about itself; None where it does not."""

    title: str | None
    authority: Authority | None
    period: Period | None
    published: date | None
    lead_inspector: str | None
    outcome: int | None
    invented: bool
    publisher: str | None


def read_facts(blocks: Sequence[Block], framework: Framework) -> Facts:
    """Return the facts of a report of that framework."""
    opening = [straighten(block.text) for block in select_opening(blocks)]
    texts = [join_columns(block) for block in blocks]
    notes = [straighten(b.text) for b in blocks if b.kind == NOTE and b.page == 1]
    published = read_publication_day([*opening, *notes])
    has_cover = framework.title_pattern is not None and not framework.is_letter
    return Facts(
        title=read_title(blocks, framework),
        authority=find_report_authority(skip_letterhead(opening, framework), texts, has_cover),
        period=read_inspection_period([*opening, *notes], published),
        published=published,
        lead_inspector=find_lead_inspector(texts),
        outcome=read_outcome(opening) if framework.has_outcome else None,
        invented=any(INVENTED.search(text) for text in opening),
        publisher=find_publisher(blocks),
    )


def join_columns(block: Block) -> str:
    """Return a block's text with bars between its columns: a row's cells, or a label and text."""
    columns = block.cells if block.kind == ROW else (*block.cells, block.text)
    return straighten(" | ".join(columns) if block.cells else block.text)


def skip_letterhead(opening: Sequence[str], framework: Framework) -> list[str]:
    """Return the opening after a letter's salutation, or whole where it is not a letter."""
    salutation = find_salutation(opening) if framework.is_letter else None
    return list(opening if salutation is None else opening[salutation + 1 :])


def read_title(blocks: Sequence[Block], framework: Framework) -> str | None:
    """Return the title as printed: where the framework is named, else the first heading."""
    opening = sorted(select_opening(blocks), key=lambda block: block.kind == RUNNING)
    texts = (block.text for block in opening if len(block.text) < MAX_TITLE_LETTERS)
    titles = (text for text in texts if framework.is_named_in(straighten(text)))
    title = next(titles, None) or next((b.text for b in opening if b.kind == HEADING), None)
    return title and strip_footnote_marks(title)


def read_publication_day(opening: Sequence[str]) -> date | None:
    """Return the day that the cover, or the head of a letter, prints; None where none is."""
    for text in opening:
        label = PUBLICATION_LABEL.search(text)
        day = read_day(label["when"]) if label else None
        if day:
            return day
    letterhead = opening[: find_salutation(opening) or 0]
    return next((read_day(text) for text in letterhead if ONLY_A_DATE.fullmatch(text)), None)


def read_inspection_period(opening: Sequence[str], published: date | None) -> Period | None:
    """Return the days of the inspection, as labelled on the cover or told in the first words.

    A letter may leave the year out; that of its own date then counts.
    """
    for at, text in enumerate(opening):
        if label := DATES_LABEL.search(text):
            following = " ".join(opening[at + 1 : at + 2])
            period = read_period(label["when"] or label["then"] or "") or read_period(following)
            if period:
                return period
    year = published.year if published else None
    for text in opening:
        if INSPECTION.search(text):
            for words_before, period in find_periods(text, year):
                if introduces_period(words_before) and is_recent(period, published):
                    return period
    return None


def introduces_period(words: str) -> bool:
    """Return whether the words before a period tell of this inspection, not an earlier one."""
    words = words.rstrip()
    is_of_this = bool(THIS_INSPECTION.search(words)) or not words
    return is_of_this and not EARLIER_INSPECTION.search(words)


def is_recent(period: Period, published: date | None) -> bool:
    """Return whether an inspection ended in the half year before its report was published."""
    return published is None or 0 <= (published - period.end).days <= MAX_DAYS_TO_PUBLICATION


def read_outcome(opening: Sequence[str]) -> int | None:
    """Return the outcome (1 to 3) that the opening states, None where it states none."""
    for text in opening:
        for outcome, wording in OUTCOME_WORDINGS:
            if wording.search(text):
                return outcome
    return None
