"""How often the tracker is right, as it was measured on pairs read by hand."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import Path

from corpus import toml

MEASURED_PATH = Path(__file__).with_name("measured.toml")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What was counted on a `day`, over pairs of a recommendation and a later report of some
    `authorities` that no weight was fitted to.

    Of all `pairs` the status was right in `status_right`. Of those that are `answered` directly,
    such a paragraph came first in `first_right` and among the first three in `three_right`. Of
    those where the report is `silent`, some paragraph was shown all the same in `false_evidence`.
    """

    day: date
    authorities: int
    pairs: int
    status_right: int
    answered: int
    first_right: int
    three_right: int
    silent: int
    false_evidence: int


@lru_cache(maxsize=1)
def read_accuracy() -> Accuracy:
    """Return what `measured.toml` holds."""
    values = toml.loads(MEASURED_PATH.read_text(encoding="utf-8"))
    return Accuracy(**{field.name: values[field.name] for field in fields(Accuracy)})
