"""Make the permanent ids of reports and paragraphs. Links depend on them: no rule ever changes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from corpus.model import Report

NOT_WORD = re.compile(r"[\W_]+")
HASH_AT_END = re.compile(r"-[0-9a-f]{8,64}$")
HASH_LENGTHS = range(8, 65, 4)
"""Hex digits of a file's SHA-256 in an id: the first eight, more only where these are taken."""


def make_slug(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens, without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")


def make_report_id(authority: str | None, framework: str, day: date | None, sha256: str) -> str:
    """Return `authority-framework-date`, which names a report of which all three are known.

    `unknown` stands for an unknown authority. Where authority or date is unknown, the first 8
    digits of the file's hash end the id, so that it does not depend on the files read before.
    """
    name = make_slug(authority or "")
    dated = f"-{day.isoformat()}" if day else ""
    hashed = "" if name and day else f"-{sha256[: HASH_LENGTHS[0]]}"
    return f"{name or 'unknown'}-{framework}{dated}{hashed}"


def strip_hash(report_id: str) -> str:
    """Return a report's id without the digits of its file's hash."""
    return HASH_AT_END.sub("", report_id)


def list_id_candidates(report_id: str, sha256: str) -> Iterator[str]:
    """Yield the ids that a report may have, the first one that no other report has being its own.

    They are the one that `make_report_id` gave it, and that with its file's hash.
    """
    yield report_id
    for length in HASH_LENGTHS:
        yield f"{strip_hash(report_id)}-{sha256[:length]}"


def rename_report(report: Report, report_id: str) -> Report:
    """Return a report under another id, which those of its paragraphs begin with."""
    if report_id == report.id:
        return report
    paragraphs = tuple(
        replace(paragraph, id=report_id + paragraph.id.removeprefix(report.id))
        for paragraph in report.paragraphs
    )
    return replace(report, id=report_id, paragraphs=paragraphs)


class ReportIds:
    """Give each of many reports an id that no other of them has, the first comer its plain one.

    A report that comes again, with the same file's content, gets the id that it has.
    """

    def __init__(self) -> None:
        self._sha_by_id: dict[str, str] = {}

    def name(self, report: Report) -> Report:
        """Return a report under its own id."""
        sha256 = report.source.sha256
        candidates = list_id_candidates(report.id, sha256)
        own = next(c for c in candidates if self._sha_by_id.setdefault(c, sha256) == sha256)
        return rename_report(report, own)


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
