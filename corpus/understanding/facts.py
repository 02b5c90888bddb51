"""Read the facts that a report prints about itself: title, authority, dates, inspector, outcome."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import takewhile
from typing import TypeVar

from corpus.frameworks.framework import Framework
from corpus.frameworks.outcomes import read_outcome
from corpus.layout.blocks import HEADING, NOTE, ROW, RUNNING, Block
from corpus.patterns import anyof, straighten, strip_footnote_marks
from corpus.understanding.authorities import Authority
from corpus.understanding.dates import (
    RUN_OF_DAYS,
    Period,
    find_month,
    find_periods,
    read_day,
    read_days_or_month,
    read_period,
)
from corpus.understanding.lead_inspector import find_lead_inspector, read_name
from corpus.understanding.opening import (
    EARLIER_INSPECTION,
    find_salutation,
    is_line,
    select_lines,
    select_opening,
    select_sentences,
)
from corpus.understanding.police_forces import find_police_force
from corpus.understanding.publication import (
    ONLY_A_DATE,
    read_publication_day,
    read_publication_month,
)
from corpus.understanding.report_authority import (
    find_most_named,
    find_report_authority,
    resolve_council,
    resolve_name,
)

Fact = TypeVar("Fact")

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

LEFT_OPEN = anyof(r"\b(?:at|by|for|in|of|to)$")
"""The end of a title that goes on in the next heading: "An inspection of services in"."""

REFERENCE = re.compile(r"\b(?:[A-Z]{2,4}-?)?\d[\dA-Z/-]*\b")
MAX_REFERENCE_LETTERS = 40
"""The number of a school, a home or a service, and the letters behind its label that hold it."""

INVENTED = anyof(
    r"\bthis (?:report|letter|document|sample)\b.{0,60}\b(?:is|are) (?:entirely |wholly )?invented",
    r"^invented (?:sample|report|letter)\b",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report prints about itself; None where it does not.

    `is_authority_inferred`: no title and no cover names the authority, but the text often does.
    `published_month` is the month of publication where no day of it is printed.
    """

    title: str | None
    authority: Authority | None
    is_authority_inferred: bool
    period: Period | None
    published: date | None
    lead_inspector: str | None
    outcome: int | None
    invented: bool
    published_month: str | None = None
    urn: str | None = None


def read_facts(blocks: Sequence[Block], framework: Framework) -> Facts:
    """Return the facts of a report of that framework.

    What the lines of its cover print has precedence over what its sentences tell.
    """
    opening = select_opening(blocks)
    lines, sentences = select_lines(opening), select_sentences(opening)
    texts = [join_columns(block) for block in blocks]
    notes = [straighten(b.text) for b in blocks if b.kind == NOTE and b.page == 1]
    printed_once = sorted(opening, key=lambda block: block.kind == RUNNING)
    columns = [join_columns(block) for block in printed_once if is_line(block)]
    read_fact = partial(read_labelled, framework)
    published = read_fact("published", columns, read_day) or read_publication_day([*lines, *notes])
    period = (
        read_fact("inspection_dates", columns, read_days_or_month)
        or (read_bare_period(lines) if framework.is_on_service else None)
        or read_fact("inspection_dates", sentences, read_days_or_month)
        or read_inspection_period([*lines, *notes], sentences, published)
    )
    about = skip_letterhead(opening, framework)
    has_cover = not framework.is_fallback and not framework.is_letter
    named = read_fact(
        "authority", columns, resolve_council if framework.is_on_service else resolve_name
    )
    if named is None and framework.is_on_police:
        named = find_police_force(columns)
    if named is None and not framework.is_on_service:
        named = find_report_authority(select_lines(about), select_sentences(about), has_cover)
    inferred = None if named or framework.is_on_service else find_most_named(texts)
    return Facts(
        title=read_fact("title", columns, str) or read_title(blocks, framework),
        authority=named or inferred,
        is_authority_inferred=named is None,
        period=period,
        published=published,
        lead_inspector=read_fact("lead_inspector", [*columns, *sentences], read_name)
        or find_lead_inspector(texts),
        outcome=read_outcome(framework.outcomes, sentences),
        urn=read_fact("urn", texts, read_reference),
        invented=any(INVENTED.search(straighten(block.text)) for block in opening),
        published_month=None
        if published
        else read_fact("published", columns, find_month) or read_publication_month(lines, period),
    )


def read_labelled(
    framework: Framework, fact: str, lines: Sequence[str], read: Callable[[str], Fact | None]
) -> Fact | None:
    """Return a fact as `read` makes it of what stands behind its label; None where none does.

    `lines` are those of a cover, with bars between the cells of a row.
    """
    facts = (read(value) for value in find_values(framework, fact, lines))
    return next((value for value in facts if value is not None), None)


def find_values(framework: Framework, fact: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield what stands behind each label of a fact: on its line, else on the next."""
    label = framework.fact_labels.get(fact)
    for at, line in enumerate(lines if label else ()):
        if label and (match := label.match(line)):
            value = match["value"] or join_following(lines[at + 1 :])
            yield value.partition("|")[0].strip(" :.,")


def join_following(lines: Sequence[str]) -> str:
    """Return the line after a label, and further ones where all of them are days."""
    days = takewhile(ONLY_A_DATE.fullmatch, lines)
    return ", ".join(days) or " ".join(lines[:1])


def read_reference(text: str) -> str | None:
    """Return the number that a publisher knows a subject by ("CS2099000009"), None for none."""
    match = REFERENCE.search(text[:MAX_REFERENCE_LETTERS])
    return match[0] if match else None


def join_columns(block: Block) -> str:
    """Return a block's text with bars between its columns: a row's cells, or a label and text."""
    columns = block.cells if block.kind == ROW else (*block.cells, block.text)
    return straighten(" | ".join(columns) if block.cells else block.text)


def skip_letterhead(opening: Sequence[Block], framework: Framework) -> Sequence[Block]:
    """Return the opening after a letter's salutation, or whole where it is not a letter."""
    texts = [straighten(block.text) for block in opening]
    salutation = find_salutation(texts) if framework.is_letter else None
    return opening if salutation is None else opening[salutation + 1 :]


def read_title(blocks: Sequence[Block], framework: Framework) -> str | None:
    """Return the title as printed: the line that names the framework, else the first heading."""
    opening = sorted(select_opening(blocks), key=lambda block: block.kind in (RUNNING, ROW))
    lines = (b.text for b in opening if is_line(b) and len(b.text) < MAX_TITLE_LETTERS)
    titles = (text for text in lines if framework.is_named_in(straighten(text)))
    headings = [b.text for b in opening if b.kind == HEADING]
    title = next(titles, None) or next(iter(headings), None)
    if title in headings[:-1] and LEFT_OPEN.search(title):
        title = f"{title} {headings[headings.index(title) + 1]}"
    return title and strip_footnote_marks(title)


def read_inspection_period(
    lines: Sequence[str], sentences: Sequence[str], published: date | None
) -> Period | None:
    """Return the days of the inspection, as labelled on the cover or told in the first words.

    A letter may leave the year out; that of its own date then counts.
    """
    for at, text in enumerate(lines):
        if label := DATES_LABEL.search(text):
            following = " ".join(lines[at + 1 : at + 2])
            period = read_period(label["when"] or label["then"] or "") or read_period(following)
            if period:
                return period
    year = published.year if published else None
    for text in (*lines, *sentences):
        if INSPECTION.search(text):
            for words_before, period in find_periods(text, year):
                if introduces_period(words_before) and is_recent(period, published):
                    return period
    return None


def read_bare_period(lines: Sequence[str]) -> Period | None:
    """Return the days, more than one, that are a line of a cover by themselves."""
    runs = (text for text in lines if RUN_OF_DAYS.fullmatch(text))
    periods = (period for text in runs if (period := read_period(text)))
    return next((period for period in periods if period.start < period.end), None)


def introduces_period(words: str) -> bool:
    """Return whether the words before a period tell of this inspection, not an earlier one."""
    words = words.rstrip()
    is_of_this = bool(THIS_INSPECTION.search(words)) or not words
    return is_of_this and not EARLIER_INSPECTION.search(words)


def is_recent(period: Period, published: date | None) -> bool:
    """Return whether an inspection ended in the half year before its report was published."""
    return published is None or 0 <= (published - period.end).days <= MAX_DAYS_TO_PUBLICATION
