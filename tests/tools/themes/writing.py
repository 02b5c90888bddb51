"""What training found, written as themes.toml for people to read: weightiest words first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.tagging.phrases import Phrase

HEAD = """\
# What tells a paragraph's themes and polarity. Words count in either number; `^` stands for the
# beginning of a sentence and `#` for a number. docs/themes.md tells how to add a theme of your
# own. The weights were learnt by `make themes` from labelled paragraphs.
"""


def table(name: str, values: Mapping[str, float | str]) -> str:
    """Returns a table of plain values."""
    return "\n".join([f"\n[{name}]", *(f"{key} = {value}" for key, value in values.items()), ""])


def words(name: str, phrases: Sequence[Phrase], weights: Sequence[float], least: float) -> str:
    """Returns the table of the phrases whose weight is at least `least` either way."""
    kept = [(p, round(w, 2)) for p, w in zip(phrases, weights, strict=True) if abs(w) >= least]
    kept.sort(key=lambda pair: (-pair[1], pair[0]))
    return "\n".join([f"\n[{name}.words]", *(f'"{" ".join(p)}" = {w}' for p, w in kept), ""])
