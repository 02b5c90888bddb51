"""How reports state an outcome in place of grades: functions that a framework's file names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from corpus.patterns import anyof

AREA_SEND_WORDINGS = (
    (3, anyof(r"widespread and/?\s?(?:or )?systemic failings")),
    (2, anyof(r"inconsistent experiences and outcomes")),
    (1, anyof(r"(?<!not )typically (?:lead|leads|led) to positive experiences")),
)
"""How the first words of an area's report word each outcome, the gravest first."""


def read_area_send_outcome(sentences: Iterable[str]) -> int | None:
    """Return the outcome (1 to 3) that the first words state, None where they state none."""
    for text in sentences:
        for outcome, wording in AREA_SEND_WORDINGS:
            if wording.search(text):
                return outcome
    return None


OUTCOME_READERS: Mapping[str, Callable[[Iterable[str]], int | None]] = {
    "area-send": read_area_send_outcome,
}
"""The name that a framework's file may give as its `outcome` -> the function that reads it."""
