"""The data contract: a Report as the JSON object that `evidence read --json` prints, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from corpus.model import Doubt, Judgement, Paragraph, Report, Source

DATES = ("inspection_start", "inspection_end", "published")


def to_json(report: Report) -> dict[str, Any]:
    """Returns the report as plain dicts, lists and ISO dates, keys in the contract's order."""
    data = asdict(report)
    for name in DATES:
        data[name] = data[name] and data[name].isoformat()
    data["source"], data["paragraphs"] = data.pop("source"), data.pop("paragraphs")
    return data


def from_json(data: Mapping[str, Any]) -> Report:
    """Returns the report that `to_json` gave `data` for; keys that it does not know are left out.

    Raises KeyError, TypeError or ValueError where `data` does not keep the contract.
    """
    return Report(
        **{name: data[name] for name in ("id", "title", "authority", "region", "framework")},
        inspection_start=day(data["inspection_start"]),
        inspection_end=day(data["inspection_end"]),
        published=day(data["published"]),
        **{name: data[name] for name in ("lead_inspector", "overall", "outcome")},
        judgements=tuple(Judgement(j["name"], j["grade"], j["area"]) for j in data["judgements"]),
        source=Source(**{name: data["source"][name] for name in ("file", "sha256", "pages")}),
        paragraphs=tuple(map(paragraph, data["paragraphs"])),
        doubts=tuple(Doubt(d["kind"], d["message"], d["page"]) for d in data.get("doubts", ())),
        invented=bool(data.get("invented", False)),
    )


def day(text: str | None) -> date | None:
    """Returns the date that an ISO string names. Raises ValueError where it names none."""
    return date.fromisoformat(text) if text else None


def paragraph(data: Mapping[str, Any]) -> Paragraph:
    """Returns the Paragraph of one element of the contract's `paragraphs`."""
    known = {name: data[name] for name in Paragraph.__slots__}
    return Paragraph(**{**known, "themes": tuple(data["themes"])})
