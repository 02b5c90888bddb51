"""Write trained weights as themes.toml for people to read: the weightiest words first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.tagging.phrases import Phrase

FILE_HEAD = """\
# What tells a paragraph's themes and polarity. Words count in either number; `^` stands for the
# beginning of a sentence and `#` for a number. docs/themes.md tells how to add a theme of your
# own. The weights were learnt by `make themes` from labelled paragraphs.
"""


def format_table(name: str, values: Mapping[str, float | str]) -> str:
    """Return a table of plain values."""
    return "\n".join([f"\n[{name}]", *(f"{key} = {value}" for key, value in values.items()), ""])


def format_words(
    name: str, phrases: Sequence[Phrase], weights: Sequence[float], min_weight: float
) -> str:
    """Return the table of the phrases whose weight is at least `min_weight` either way."""
    entries = [
        (phrase, round(weight, 2))
        for phrase, weight in zip(phrases, weights, strict=True)
        if abs(weight) >= min_weight
    ]
    entries.sort(key=lambda entry: (-entry[1], entry[0]))
    lines = (f'"{" ".join(phrase)}" = {weight}' for phrase, weight in entries)
    return "\n".join([f"\n[{name}.words]", *lines, ""])
