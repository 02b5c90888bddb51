"""Text that can be sent: a report with a sign in place of each half of a surrogate pair."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import msgspec

from corpus.characters import without_surrogates
from corpus.model import Report, Source


def well_formed(report: Report) -> Report:
    """Return a report whose texts can be encoded as UTF-8; but the name of its file stays, by which
    it is found.
    """
    try:
        msgspec.json.encode(report)
    except UnicodeEncodeError:
        return replace_surrogates(report)  # type: ignore[no-any-return]  # a Report gives a Report
    return report


def replace_surrogates(value: Any) -> Any:
    """Return a value, of a report or of part of one, without lone surrogates in any text."""
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, tuple):
        return tuple(map(replace_surrogates, value))
    if is_dataclass(value) and not isinstance(value, type | Source):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: replace_surrogates(part) for name, part in parts.items()})
    return value
