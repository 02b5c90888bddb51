"""Permanent ids of reports and paragraphs. What is written here never changes: links hang on it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from datetime import date

NOT_WORD = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """Returns lower-case ASCII words joined by hyphens; accents and apostrophes fall away."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")


def report_id(authority: str | None, framework: str, dated: date | None, sha256: str) -> str:
    """Returns `authority-framework-date`.

    An unknown authority is called `unknown`; for an unknown date stand the first 8 digits of
    the file's hash, which tell two undated reports apart.
    """
    when = dated.isoformat() if dated else sha256[:8]
    return f"{slug(authority or '') or 'unknown'}-{framework}-{when}"


def normalised(text: str) -> str:
    """Returns the letters and digits of `text` in lower case, and nothing between them.

    So a better reader that joins a hyphen or a space differently finds the same text.
    """
    return NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def text_id(text: str) -> str:
    """Returns `t` and the first 8 hex digits of the SHA-256 of the normalised text."""
    return "t" + hashlib.sha256(normalised(text).encode()).hexdigest()[:8]


def paragraph_ids(report: str, paragraphs: Iterable[tuple[int | None, str]]) -> list[str]:
    """Returns an id each for (number, text) pairs in their order, no two the same.

    The first paragraph with a number is `p` and it; one that repeats a number is named by its
    text, as all unnumbered ones are; the second with one text ends in `-2`, and so on.
    """
    taken: dict[str, int] = {}
    ids = []
    for number, text in paragraphs:
        name = f"p{number}"
        if number is None or name in taken:
            name = text_id(text)
        taken[name] = taken.get(name, 0) + 1
        ids.append(f"{report}/{name}" + (f"-{taken[name]}" if taken[name] > 1 else ""))
    return ids
