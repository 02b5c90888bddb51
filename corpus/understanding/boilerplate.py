"""Detect boilerplate: letterhead, licence, and what every report says about Ofsted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.layout.blocks import Block
from corpus.patterns import anyof, straighten
from corpus.understanding.dates import DAY
from corpus.understanding.facts import INVENTED
from corpus.understanding.lead_inspector import COMPLIMENTARY_CLOSE, SIGNATURE
from corpus.understanding.opening import (
    ADDRESS,
    MIN_SENTENCE_WORDS,
    SALUTATION,
    SENTENCE_END,
)

BOILERPLATE = anyof(
    r"©",
    r"crown copyright",
    r"(?:website|web|email|e|w|t|tel|telephone|textphone|phone)\s?: ",
    r"www\.|https?://",
    r"t 0\d",
    r"textphone\b",
    r"\S+@\S+$",
    r"this (?:document|report|publication) (?:may be reproduced|is available)",
    r"further copies of this",
    r"you may (?:re-?use|copy|use) ",
    r"to view this licence",
    r"interested in our work",
    r"if you would like .{0,40}(?:copy|format)",
    r"if you are (?:not |un)happy with (?:the|this) (?:inspection|report)",
    r"any complaints about the inspection",
    r"(?:the )?office for standards in education,.{0,30} skills \(",
    r"the care quality commission \(cqc\) is the independent",
    r"raising standards,? improving lives",
    r"(?:piccadilly gate|store street|aviation house|royal exchange buildings)\b",
    r"reference no|unique reference|age group",
    r"dear\b(?!.{120})",
    ADDRESS,
    INVENTED.pattern,
)
LAST_PAGE = anyof(
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
    rf"(?:date:? )?{DAY}$",
    r"(?:her|his) majesty's inspector\W*$",
    r"hmi$",
    r"(?:key )?judge?ments?\b.{0,30}grades?$",
)
"""Facts of a cover, which are read as facts and are not paragraphs."""

MAX_MATCHED_LETTERS = 200
"""Letters of a block in which its salutation, close or first words are looked for."""


def select_body(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of the report itself: a letter's from its salutation to its close.

    The last page's boilerplate is looked for in the later half: a cover may hold the like. A
    letter may be signed without a close.
    """
    texts = [straighten(block.text[:MAX_MATCHED_LETTERS]) for block in blocks]
    start = find_first(SALUTATION, texts[: len(texts) // 2], 0) + 1
    ends = (
        find_first(COMPLIMENTARY_CLOSE, texts, start),
        find_first(LAST_PAGE, texts, max(start, len(texts) // 2)),
    )
    end = min((end for end in ends if end >= 0), default=len(texts))
    is_signed = SIGNATURE.fullmatch(" ".join(texts[max(start, end - 2) : end]))
    return list(blocks[start : end - 2 if is_signed else end])


def find_first(pattern: re.Pattern[str], texts: Sequence[str], start: int) -> int:
    """Return which text from `start` on is the first to begin with a match, -1 for none."""
    return next((at for at in range(start, len(texts)) if pattern.match(texts[at])), -1)


def is_boilerplate(text: str) -> bool:
    """Return whether a text (apostrophes straightened) is the same in every report."""
    return bool(BOILERPLATE.match(text))


def is_cover_line(text: str) -> bool:
    """Return whether a text before the first paragraph is a line of the cover, not a sentence."""
    if COVER_LABEL.match(text) or len(text.split()) < MIN_SENTENCE_WORDS:
        return True
    return not SENTENCE_END.search(text)
