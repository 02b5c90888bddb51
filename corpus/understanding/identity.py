"""Make the permanent ids of reports and paragraphs. Links depend on them: no rule ever changes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from datetime import date

NOT_WORD = re.compile(r"[\W_]+")


def make_slug(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens, without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")


def make_report_id(authority: str | None, framework: str, day: date | None, sha256: str) -> str:
    """Return `authority-framework-date`.

    `unknown` stands for an unknown authority, and for an unknown date the first 8 digits of the
    file's hash, which tell two undated reports apart.
    """
    when = day.isoformat() if day else sha256[:8]
    return f"{make_slug(authority or '') or 'unknown'}-{framework}-{when}"


def normalise_text(text: str) -> str:
    """Return the letters and digits of `text` in lower case, and nothing between them.

    So a better reader that joins a hyphen or a space differently gives the same id.
    """
    return NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def make_text_id(text: str) -> str:
    """Return `t` and the first 8 hex digits of the SHA-256 of the normalised text."""
    return "t" + hashlib.sha256(normalise_text(text).encode()).hexdigest()[:8]


def make_paragraph_ids(report: str, paragraphs: Iterable[tuple[int | None, str]]) -> list[str]:
    """Return an id for each pair of number and text, in their order, no two the same.

    The first paragraph with a number is named `p` and the number. One that repeats a number is
    named by its text, as all unnumbered ones are; the second with one text ends in `-2`, and so
    on.
    """
    uses: dict[str, int] = {}
    ids = []
    for number, text in paragraphs:
        name = f"p{number}"
        if number is None or name in uses:
            name = make_text_id(text)
        uses[name] = uses.get(name, 0) + 1
        ids.append(f"{report}/{name}" + (f"-{uses[name]}" if uses[name] > 1 else ""))
    return ids
