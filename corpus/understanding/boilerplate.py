"""What stands in a report and is no part of it: letterheads, licences, what Ofsted is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.layout.blocks import Block
from corpus.patterns import anyof
from corpus.understanding.dates import PIECE
from corpus.understanding.facts import INVENTED, SALUTATION, straight
from corpus.understanding.people import SIGNATURE, SINCERELY

ADDRESS = r"(?=.{1,120}$).*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\W*$"
"""A short text that ends in a postcode."""

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
TAIL = anyof(
    r"if you (?:would like .{0,40}(?:copy|format)|are (?:not |un)happy with)",
    r"any complaints about the inspection",
    r"(?:the )?office for standards in education,.{0,30} skills \(",
)
"""What opens the last page of boilerplate: addresses and all that follows are part of it."""

LABEL = anyof(
    r"(?:report )?published(?: on)?\s*:",
    r"(?:inspection|visit) dates?\b",
    r"dates? of (?:the |this |previous |last )*(?:inspection|visit)s?\b",
    r"(?:lead|reporting) inspector\b",
    rf"(?:date:? )?{PIECE}$",
    r"(?:her|his) majesty's inspector\W*$",
    r"hmi$",
    r"(?:key )?judge?ments?\b.{0,30}grades?$",
)
"""Facts of a cover, which are read as facts and are no paragraphs."""

SENTENCE = re.compile(r"[.:;?!]['\"”’)]?$")
LOOK = 200
"""So many characters of a block are looked at."""

SHORTEST = 8
"""So many words make a sentence of a cover's line."""


def body(blocks: Sequence[Block]) -> list[Block]:
    """Returns the blocks of the report itself: a letter's from its salutation to its close.

    The last page's boilerplate is looked for in the later half: a cover may hold the like. A
    letter may be signed without a close.
    """
    texts = [straight(block.text[:LOOK]) for block in blocks]
    start = first(SALUTATION, texts[: len(texts) // 2], 0) + 1
    ends = (first(SINCERELY, texts, start), first(TAIL, texts, max(start, len(texts) // 2)))
    end = min((end for end in ends if end >= 0), default=len(texts))
    signed = SIGNATURE.fullmatch(" ".join(texts[max(start, end - 2) : end]))
    return list(blocks[start : end - 2 if signed else end])


def first(pattern: re.Pattern[str], texts: Sequence[str], start: int) -> int:
    """Returns where the first text from `start` on fits at its beginning, -1 where none does."""
    fits = (at for at in range(start, len(texts)) if pattern.match(texts[at]))
    return next(fits, -1)


def is_boilerplate(text: str) -> bool:
    """Returns whether a text (apostrophes straightened) is the same in every report."""
    return bool(BOILERPLATE.match(text))


def is_cover(text: str) -> bool:
    """Returns whether a text before the first paragraph is a line of the cover, no sentence."""
    return bool(LABEL.match(text)) or len(text.split()) < SHORTEST or not SENTENCE.search(text)
