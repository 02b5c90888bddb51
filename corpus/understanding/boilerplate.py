"""Detect boilerplate: letterhead, licence, and what every report says about Ofsted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from corpus.layout.blocks import BULLET, FURNITURE, HEADING, PARAGRAPH, Block
from corpus.model import Doubt
from corpus.patterns import anyof, straighten
from corpus.understanding.dates import ANY_DAY
from corpus.understanding.facts import INVENTED
from corpus.understanding.lead_inspector import COMPLIMENTARY_CLOSE, SIGNATURE
from corpus.understanding.opening import (
    ADDRESS,
    MIN_PROSE_WORDS,
    MIN_SENTENCE_WORDS,
    MIN_STATEMENT_WORDS,
    SALUTATION,
    SENTENCE_END,
    is_statement,
)
from corpus.understanding.outline.placement import CLOSE, LAST_PAGE, LETTERHEAD

SAME_IN_EVERY_REPORT = anyof(
    r"©",
    r"crown copyright",
    r"this (?:document|report|publication) (?:may be reproduced|is available)",
    r"further copies of this",
    r"(?:you|the local authority) may (?:re-?use|copy|use) ",
    r"to (?:view this licence|receive regular email alerts)",
    r"interested in our work",
    r"if (?:you|the local authority) would like .{0,40}(?:copy|format)",
    r"if you are (?:not |un)happy with (?:the|this) (?:inspection|report)",
    r"any complaints about the inspection",
    r"(?:the )?office for standards in education,.{0,30} skills \(",
    r"court advisory and support service \(cafcass\), schools",
    r"the care quality commission \(cqc\) is the independent",
    r"raising standards,? improving lives",
    ADDRESS,
    INVENTED.pattern,
)
"""How a text begins that every report has, whatever it goes on with."""

LETTERHEAD_LABEL = anyof(
    r"(?:website|web|email|e|w|t|tel|telephone|textphone|phone)\s?: ",
    r"www\.|https?://",
    r"t 0\d",
    r"textphone\b",
    r"\S+@\S+$",
    r"(?:piccadilly gate|store street|aviation house|royal exchange buildings)\b",
    r"reference no|unique reference|age group",
    r"dear\b(?!.{120})",
)
"""How a line of a letterhead or of a table of details begins; a sentence may begin so, too."""

LAST_PAGE_START = anyof(
    r"if you (?:would like .{0,40}(?:copy|format)|are (?:not |un)happy with)",
    r"any complaints about the inspection",
    r"(?:the )?office for standards in education,.{0,30} skills \(",
)
"""What opens the last page of boilerplate: addresses and all that follows belong to it."""

COVER_LABEL = anyof(
    r"(?:report )?published(?: on)?\s*:",
    r"(?:inspection|visit) dates?\b",
    r"dates? of (?:the |this |previous |last )*(?:inspection|visit)s?\b",
    r"(?:lead|reporting) inspector\b",
    rf"(?:date:? )?{ANY_DAY}$",
    r"(?:her|his) majesty's inspector\W*$",
    r"hmi$",
    r"(?:key )?judge?ments?\b.{0,30}grades?$",
)
"""Facts of a cover, which are read as facts and are not paragraphs."""

WITHIN_PROSE = re.compile(r"(?:[a-z]{3}|\d)[.!?]['\")]* [A-Z]")
"""Where one sentence ends and the next begins, in a text that itself has no end."""

TITLE = anyof(r"(?:inspection|letter|report|review|visit)s? (?:by|following|into|of|on|to)\b")
"""How a title begins that may have a full stop."""

SMALL_WORD = re.compile(r"(?<![\w.'@/&-])(?!(?:and|for|from|the|with)\b)[a-z]{3,}(?!\.?\w|[@/&-])")
"""A word in small letters that joins no parts of a name and is of no address."""

MAX_MATCHED_LETTERS = 200
"""Letters of a block in which its salutation, close or first words are looked for."""


def find_frame(blocks: Sequence[Block]) -> list[str | None]:
    """Return, for each block, the rule by which it frames the report, None within the report.

    Page furniture does, and what stands before a letter's salutation, after its close, and on the
    last page of boilerplate. The text may go on after these: a second report bound to the first.
    """
    rules: list[str | None] = [block.kind if block.kind in FURNITURE else None for block in blocks]
    running_text = [at for at, rule in enumerate(rules) if rule is None]
    body = [blocks[at] for at in running_text]
    for at, rule in zip(running_text, frame_of_body(body), strict=True):
        rules[at] = rule
    return rules


def frame_of_body(body: Sequence[Block]) -> list[str | None]:
    """Return the rule for each block of the running text, None within the report.

    The last page's boilerplate is looked for in the later half: a cover may hold the like. A
    letter may be signed without a close.
    """
    texts = [straighten(block.text[:MAX_MATCHED_LETTERS]) for block in body]
    rules: list[str | None] = [None] * len(body)
    start = first_from(0, find_all(SALUTATION, texts[: len(texts) // 2])) + 1
    if any(map(is_prose, body[:start])):
        start = 0  # a letter within the report
    rules[:start] = [LETTERHEAD] * start
    last_pages = {body[at].page for at in find_all(LAST_PAGE_START, texts)}
    closes = find_all(COMPLIMENTARY_CLOSE, texts)
    page_starts = [at for at in find_all(LAST_PAGE_START, texts) if at >= len(texts) // 2]
    while start < len(body):
        close, last_page = first_from(start, closes), first_from(start, page_starts)
        end = min((at for at in (close, last_page) if at >= 0), default=len(texts))
        if SIGNATURE.fullmatch(" ".join(texts[max(start, end - 2) : end])):
            end = max(start, end - 2)
        going_on = find_going_on(body, end, last_pages)
        rules[end:going_on] = [CLOSE if end != last_page else LAST_PAGE] * (going_on - end)
        start = going_on
    return rules


def find_going_on(body: Sequence[Block], end: int, last_pages: Set[int | None]) -> int:
    """Return where the text goes on after its end, with the headings above its first prose."""
    for at in range(end + 1, len(body)):
        block = body[at]
        on_last_page = block.page is not None and block.page in last_pages
        if not on_last_page and is_prose(block):
            while at - 1 > end and body[at - 1].kind == HEADING and body[at - 1].page == block.page:
                at -= 1
            return at
    return len(body)


def find_bound_reports(blocks: Sequence[Block], frame: Sequence[str | None]) -> Iterator[Doubt]:
    """Yield a doubt where the text goes on after a report's end: another may be bound to it.

    `frame` is what `find_frame` returned for the blocks.
    """
    has_ended = False
    for block, rule in zip(blocks, frame, strict=True):
        if rule is None and has_ended:
            where = f" on page {block.page}" if block.page else f" with “{block.text[:60]}”"
            message = f"the text goes on{where}, after its end: another report may be bound to it"
            yield Doubt("second-report", message, block.page)
        has_ended = rule in (CLOSE, LAST_PAGE) or (has_ended and rule is not None)


def is_prose(block: Block) -> bool:
    """Return whether a block is sentences of its own, and no address, list of names or licence."""
    is_item = block.kind == BULLET or block.number is not None
    min_words = MIN_SENTENCE_WORDS if is_item else MIN_PROSE_WORDS
    text = straighten(block.text)
    return (
        block.kind in (PARAGRAPH, BULLET)
        and len(text.split()) >= min_words
        and SENTENCE_END.search(text) is not None
        and not is_boilerplate(text)
    )


def find_all(pattern: re.Pattern[str], texts: Sequence[str]) -> list[int]:
    """Return which texts begin with a match."""
    return [at for at, text in enumerate(texts) if pattern.match(text)]


def first_from(start: int, places: Sequence[int]) -> int:
    """Return the first of some places, in order, from `start` on, -1 for none."""
    at = bisect_left(places, start)
    return places[at] if at < len(places) else -1


def is_boilerplate(text: str) -> bool:
    """Return whether a text (apostrophes straightened) is the same in every report."""
    if SAME_IN_EVERY_REPORT.match(text):
        return True
    return bool(LETTERHEAD_LABEL.match(text)) and not is_sentence(text)


def is_cover_line(text: str) -> bool:
    """Return whether a text before the first paragraph is a line of the cover, not a sentence."""
    label = COVER_LABEL.match(text)
    if not label and (is_statement(text) or is_short_sentence(text)):
        return False
    if label or len(text.split()) < MIN_SENTENCE_WORDS:
        return not label or ":" in text[: label.end() + 1] or not is_sentence(text)
    if len(text.split()) >= MIN_PROSE_WORDS and WITHIN_PROSE.search(text):
        return False
    return not SENTENCE_END.search(text)


def is_unlabelled_sentence(text: str) -> bool:
    """Return whether a line of a cover has the end of a sentence and is no labelled fact."""
    is_ended = text.endswith((".", "!", "?")) and len(text.split()) >= MIN_STATEMENT_WORDS
    return is_ended and not COVER_LABEL.match(text)


def is_short_sentence(text: str) -> bool:
    """Return whether a text of a few words ends as a sentence does and is no name of something.

    Its verb may be any, so it is told by a word in small letters.
    """
    is_ended = text.rstrip("'\")").endswith((".", "!", "?"))
    if not is_ended or len(text.split()) < MIN_STATEMENT_WORDS or TITLE.match(text):
        return False
    return SMALL_WORD.search(text) is not None


def is_sentence(text: str) -> bool:
    """Return whether a text has the length and the end of a sentence."""
    return len(text.split()) >= MIN_SENTENCE_WORDS and text.rstrip("'\")").endswith((".", "!", "?"))
