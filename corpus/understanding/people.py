"""Who led an inspection, as cover, signature, or list of the team says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.patterns import anyof

NO_NAME = (
    r"(?!(?:Age|Commission|CQC|Dates?|Deputy|Her|His|HMI|Inspection|Inspectors?|Lead|Majesty|"
    r"Ofsted|Published|Quality|Report|Senior|Team)\b)"
)
WORD = rf"{NO_NAME}[^\W\d_a-z][^\W\d_]*(?:['’‑-][^\W\d_]+)*\.?"
TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx)\.? )?"
NAME = rf"{TITLE}(?P<name>{WORD}(?: (?:(?:al|bin|de|la|le|van|von) )?{WORD}){{1,3}})"
MAJESTY = r"(?:Her|His) Majesty['’]s Inspectors?"

LABELLED = re.compile(
    rf"(?<!eputy )\b(?:(?i:lead inspectors?)\s*[:–-]|(?i:reporting inspector)\s*:?|^Lead inspector"
    rf"|Lead inspector(?= [^,:|]{{5,40}} HMI))[\s|]*{NAME}"
)
LISTED = re.compile(rf"{NAME},? +(?:\(?(?:Ofsted|HMI)\)?,? +){{0,3}}(?i:lead inspector)\b")
WERE = re.compile(
    rf"(?:(?i:\binspectors?(?: for this visit)? (?:was|were))|carried out by {MAJESTY}),? +{NAME}"
)
SINCERELY = anyof(r"^yours? (?:sincerely|faithfully)")
INSPECTOR = (
    rf"(?:{MAJESTY}|HMI|(?i:(?:ofsted|lead|social care) inspector|regional director))(?:, .*)?"
)
SIGNATURE = re.compile(rf"{NAME},? {INSPECTOR}\W*")


def lead_inspector(texts: Sequence[str]) -> str | None:
    """Returns the name of who led the inspection, None where the report names nobody.

    In `texts` the cells of a row are parted by bars.
    """
    for text in texts:
        if "nspector" in text:
            match = LABELLED.search(text) or LISTED.search(text)
            if match:
                return tidy(match["name"])
    return signed(texts) or named_first(texts[:40])


def signed(texts: Sequence[str]) -> str | None:
    """Returns the inspector who signed a letter; of directors, only one of a region leads."""
    at = next((at for at, text in enumerate(texts) if SINCERELY.match(text)), None)
    if at is None:
        return None
    after = [SINCERELY.sub("", text).split("|")[0].strip(" ,") for text in texts[at : at + 6]]
    signatures = (text for pair in pairwise([*after, ""]) for text in (pair[0], " ".join(pair)))
    matches = (SIGNATURE.fullmatch(text) for text in signatures)
    return next((tidy(match["name"]) for match in matches if match), None)


def named_first(texts: Sequence[str]) -> str | None:
    """Returns the first inspector that a letter's first words name."""
    matches = (WERE.search(text) for text in texts)
    return next((tidy(match["name"]) for match in matches if match), None)


def tidy(name: str) -> str:
    """Returns a name with single spaces and without the full stop of a sentence."""
    return " ".join(name.split()).rstrip(".")
