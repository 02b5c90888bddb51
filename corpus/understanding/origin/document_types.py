"""Tell an inspection report from other documents: by its signs, and by what a title says it is."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.layout.blocks import FURNITURE, ROW, Block
from corpus.patterns import anyof, straighten
from corpus.understanding.opening import select_cover, select_lines

MAX_TITLE_LINES = 8
"""Lines of a cover, from the top, that may say what a document is."""

OTHER_TYPES = (
    ("minutes of a meeting", anyof(r"^(?:draft )?minutes\b", r"\bminutes of\b", r"^agenda\b")),
    (
        "a paper for a committee",
        anyof(r"^report (?:to|of the director)\b", r"\b(?:scrutiny|select) committee\b"),
    ),
    (
        "a policy",
        anyof(
            r"\b(?:policy|policies)(?: (?:and|&) (?:procedures?|guidance)| statement| document)?"
            r"(?:\W+(?:\d.*|version.*|v\d.*))?$",
            r"^policy\b",
            r"\bprocedures? manual\b",
        ),
    ),
    (
        "the annual report of an organisation",
        anyof(
            r"\bannual reports?\b(?!.*inspect)",
            r"\b(?:annual|financial) (?:accounts|statements)\b",
            r"\bform 10-k\b",
        ),
    ),
    ("an invoice", anyof(r"^(?:tax |vat )?invoice\b", r"^(?:receipt|quotation|purchase order)\b")),
    ("a curriculum vitae", anyof(r"\bcurriculum vitae\b", r"^(?:cv|résumé|resume)$")),
    (
        "a form",
        anyof(r"^form [a-z]?-?\d", r"\b(?:application|claim|order|referral|consent) form\b",
              r"\btax (?:return|form)\b"),
    ),
    (
        "a plan or a self-assessment",
        anyof(
            r"\b(?:action|improvement|business|strategic|development|post-inspection) plan\b",
            r"\bself[ -](?:assessment|evaluation)\b",
            r"\bterms of reference\b",
        ),
    ),
    ("a press release", anyof(r"^(?:press|news|media) release\b")),
    ("a novel or a play", anyof(r"^(?:a novel|a play)\b", r"^chapter (?:1|i|one)\b")),
)  # fmt: skip
"""What a document is whose cover has such a line."""

ON_THE_COVER = anyof(
    r"\binspection\b",
    r"\bre-?inspection\b",
    r"\b(?:focused|monitoring|assurance) visit\b|\bvisit (?:to|of)\b",
    r"\b(?:practice|serious case|case|oversight|thematic|quality|peer) review\b",
    r"\binspector(?:ate| general)\b",
    r"^(?:an? |the )?review of\b",
    r"\b(?:ofsted|cqc|estyn|hmi)\b.{0,40}\b(?:report|letter|visit)\b",
)
IN_WORDS = anyof(
    r"\b(?:inspectors|the lead inspector) (?:also )?(?:found|find|judged?|saw|observed|noted|heard"
    r"|met|spoke|looked|evaluated|reviewed|sampled|visited|considered|identified|concluded)\b",
    r"\b(?:this|our|the) (?:(?:joint|targeted|full|unannounced|short) )*(?:inspection|visit)"
    r" (?:(?:also )?found|shows?|showed|identified|took place|looked|focused|considered)\b",
    r"\b(?:during|at the time of|from|after) (?:this|our|the) (?:inspection|visit)\b",
    r"\bwe (?:inspected|found that|judged|made an evaluation|looked for evidence)\b",
    r"\b(?:inspection|inspectors'?) (?:findings|judgements?)\b",
    r"\bthis review\b",
)
"""How an inspection report speaks of the inspection."""

MIN_WORDINGS = 2
WORDS_PER_WORDING = 1000
"""Such wordings of a text that speaks as a report does: two, and one per so many words."""

LABELLED_FACT = anyof(
    r"^(?:inspection|visit) dates?\b",
    r"^dates? of (?:the |this )?(?:inspection|visit)\b",
    r"^(?:lead|reporting) inspectors?\b",
    r"^type of inspection\b",
)
RATED = anyof(
    r"^(?:\d\W+)?(?:not |substantially |partially )?(?:good|outstanding|inadequate|adequate|"
    r"excellent|requires? improvement(?: to be good)?|compliant|met)$"
)
MIN_RATED_ROWS = 2


def find_signs(blocks: Sequence[Block], publisher: str | None) -> tuple[str, ...]:
    """Return the signs of an inspection report in a document.

    `publisher` is None if it does not say who published it.
    """
    cover = select_lines(select_cover(blocks))
    rows = [block.cells for block in blocks if block.kind == ROW and len(block.cells) > 1]
    signs = {
        "an inspectorate published it": publisher is not None,
        "its cover names an inspection": any(ON_THE_COVER.search(line) for line in cover),
        "its cover dates an inspection": any(LABELLED_FACT.search(line) for line in cover),
        "a table gives grades": sum(bool(RATED.search(c[-1])) for c in rows) >= MIN_RATED_ROWS,
        "it says what inspectors found": speaks_of_inspection(blocks),
    }
    return tuple(sign for sign, holds in signs.items() if holds)


def find_other_type(blocks: Sequence[Block]) -> str | None:
    """Return what the title of a document says that it is, None if it is none of OTHER_TYPES."""
    return find_type(select_lines(select_cover(blocks)))


def find_type(cover: Sequence[str]) -> str | None:
    """Return which of OTHER_TYPES the title among the lines of a cover names, None for none."""
    for line in cover[:MAX_TITLE_LINES]:
        for name, pattern in OTHER_TYPES:
            if pattern.search(line.rstrip(" .:")):
                return name
    return None


def speaks_of_inspection(blocks: Sequence[Block]) -> bool:
    """Return whether a text speaks of its inspection often enough for its length."""
    texts = [straighten(block.text) for block in blocks if block.kind not in FURNITURE]
    wordings = sum(len(IN_WORDS.findall(text)) for text in texts)
    words = sum(len(text.split()) for text in texts)
    return wordings >= max(MIN_WORDINGS, words / WORDS_PER_WORDING)
