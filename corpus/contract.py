"""The data contract: a Report as the JSON object that `evidence read --json` prints, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from corpus.model import Doubt, FieldCorrection, Judgement, Paragraph, Report, Source

DATE_KEYS = ("inspection_start", "inspection_end", "published")

ADDED_KEYS = frozenset({"path", "lead", "section_themes"})
"""Keys of a paragraph that the contract did not have at first, and older data lack."""


def to_json(report: Report) -> dict[str, Any]:
    """Return the report as plain dicts, lists and ISO dates, with keys in the contract's order."""
    data = asdict(report)
    for key in DATE_KEYS:
        data[key] = data[key] and data[key].isoformat()
    data["source"], data["paragraphs"] = data.pop("source"), data.pop("paragraphs")
    return data


def from_json(data: Mapping[str, Any]) -> Report:
    """Return the report that `to_json` made `data` of; unknown keys are ignored.

    Raise KeyError, TypeError or ValueError where `data` does not keep the contract.
    """
    return Report(
        **{key: data[key] for key in ("id", "title", "authority", "region", "framework")},
        inspection_start=parse_date(data["inspection_start"]),
        inspection_end=parse_date(data["inspection_end"]),
        published=parse_date(data["published"]),
        **{key: data[key] for key in ("lead_inspector", "overall", "outcome")},
        judgements=tuple(Judgement(j["name"], j["grade"], j["area"]) for j in data["judgements"]),
        source=parse_source(data["source"]),
        paragraphs=tuple(map(parse_paragraph, data["paragraphs"])),
        doubts=tuple(Doubt(d["kind"], d["message"], d["page"]) for d in data.get("doubts", ())),
        invented=bool(data.get("invented", False)),
        publisher=data.get("publisher"),
        scale=data.get("scale"),
        urn=data.get("urn"),
        source_url=data.get("source_url"),
        withdrawn=data.get("withdrawn"),
        from_catalogue=tuple(data.get("from_catalogue", ())),
        corrections=tuple(FieldCorrection(**one) for one in data.get("corrections", ())),
    )


def parse_date(text: str | None) -> date | None:
    """Return the date of an ISO text, None without one. Raise ValueError for any other text."""
    return date.fromisoformat(text) if text else None


def parse_source(data: Mapping[str, Any]) -> Source:
    """Return the Source of the contract's `source`; older data know of no recognised pages."""
    return Source(
        **{key: data[key] for key in ("file", "sha256", "pages")},
        recognised_pages=tuple(data.get("recognised_pages", ())),
        read_as=data.get("read_as"),
    )


def parse_paragraph(data: Mapping[str, Any]) -> Paragraph:
    """Return the Paragraph of one element of the contract's `paragraphs`."""
    fields = {name: data[name] for name in Paragraph.__slots__ if name not in ADDED_KEYS}
    lists = {name: tuple(data.get(name, ())) for name in ("path", "section_themes")}
    return Paragraph(
        **{**fields, **lists, "themes": tuple(data["themes"]), "lead": data.get("lead")}
    )
