"""Find who led an inspection: by label, list of the team, signature or first words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.patterns import anyof
from corpus.understanding.opening import SENTENCE_END, is_on_earlier_inspection

NOT_A_NAME = (
    r"(?!(?:Age|Commission|CQC|Dates?|Deputy|Her|His|HMI|Inspection|Inspectors?|Lead|Majesty|"
    r"Ofsted|Published|Quality|Report|Senior|Team)\b)"
)
NAME_WORD = rf"{NOT_A_NAME}[^\W\d_a-z][^\W\d_]*(?:['’‑-][^\W\d_]+)*\.?"
TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx)\.? )?"
NAME = rf"{TITLE}(?P<name>{NAME_WORD}(?: (?:(?:al|bin|de|la|le|van|von) )?{NAME_WORD}){{1,3}})"
MAJESTY = r"(?:Her|His) Majesty['’]s Inspectors?"

LABELLED = re.compile(
    rf"(?<!eputy )(?<!revious )\b(?:(?i:lead inspectors?)\s*[:–-]"
    rf"|(?i:reporting inspector)\s*:?|^Lead inspector"
    rf"|Lead inspector(?= [^,:|]{{5,40}} HMI))[\s|]*{NAME}"
)
LISTED = re.compile(rf"{NAME},? +(?:\(?(?:Ofsted|HMI)\)?,? +){{0,3}}(?i:lead inspector)\b")
INTRODUCED = re.compile(
    rf"(?:(?i:\binspectors?(?: for this visit)? (?:was|were))|carried out by {MAJESTY}),? +{NAME}"
)
COMPLIMENTARY_CLOSE = anyof(r"^yours? (?:sincerely|faithfully)")
INSPECTOR_TITLE = (
    rf"(?:{MAJESTY}|HMI|(?i:(?:ofsted|lead|social care) inspector|regional director))(?:, .*)?"
)
SIGNATURE = re.compile(rf"{NAME},? {INSPECTOR_TITLE}\W*")

MAX_OPENING_TEXTS = 40
"""Texts that hold a letter's first words."""

MAX_SIGNATURE_TEXTS = 6
"""Texts from a letter's close on that hold its signature."""


def find_lead_inspector(texts: Sequence[str]) -> str | None:
    """Return the name of who led the inspection, None where the report names nobody.

    `texts` are those of the blocks, with bars between the cells of a row.
    """
    for text in texts:
        if "nspector" in text and not tells_of_earlier_inspection(text):
            match = LABELLED.search(text) or LISTED.search(text)
            if match:
                return tidy_name(match["name"])
    return find_signature(texts) or find_first_named(texts[:MAX_OPENING_TEXTS])


def read_name(text: str) -> str | None:
    """Return the name that a text begins with, None where it begins with none."""
    match = re.match(NAME, text)
    return tidy_name(match["name"]) if match else None


def tells_of_earlier_inspection(text: str) -> bool:
    """Return whether a text is a sentence on an inspection before the one that its report is on."""
    return bool(SENTENCE_END.search(text)) and is_on_earlier_inspection(text)


def find_signature(texts: Sequence[str]) -> str | None:
    """Return the inspector who signed a letter; of directors, only a regional one leads."""
    close = next((at for at, text in enumerate(texts) if COMPLIMENTARY_CLOSE.match(text)), None)
    if close is None:
        return None
    after = [
        COMPLIMENTARY_CLOSE.sub("", text).split("|")[0].strip(" ,")
        for text in texts[close : close + MAX_SIGNATURE_TEXTS]
    ]
    signatures = (text for pair in pairwise([*after, ""]) for text in (pair[0], " ".join(pair)))
    matches = (SIGNATURE.fullmatch(text) for text in signatures)
    return next((tidy_name(match["name"]) for match in matches if match), None)


def find_first_named(texts: Sequence[str]) -> str | None:
    """Return the first inspector that the first words of a letter name."""
    matches = (INTRODUCED.search(text) for text in texts if not tells_of_earlier_inspection(text))
    return next((tidy_name(match["name"]) for match in matches if match), None)


def tidy_name(name: str) -> str:
    """Return a name with single spaces and without the full stop of a sentence."""
    return " ".join(name.split()).rstrip(".")
