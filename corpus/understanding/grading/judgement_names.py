"""Compare the names of what is judged, as tables and headings print them."""

from __future__ import annotations

import re

THIS_INSPECTION = re.compile(r"this inspection\W*", re.IGNORECASE)
FIGURES = re.compile(r"\d+")

MIN_NAME_LETTERS = 12
"""Letters of a judgement's name that tell it from any other."""


def name_the_same(one: str, other: str) -> bool:
    """Return whether two names, as printed, are of one judgement.

    Short names with different numbers are not: "Standard 1.1", "Standard 1.5".
    """
    letters, figures = extract_letters(one), [FIGURES.findall(one), FIGURES.findall(other)]
    if len(letters) < MIN_NAME_LETTERS and all(figures) and figures[0] != figures[1]:
        return False
    return is_same_name(letters, extract_letters(other))


def is_same_name(name: str, title: str) -> bool:
    """Return whether two names are equal, or a long enough one is the beginning of the other."""
    short, long = sorted((name, title), key=len)
    return short == long or (len(short) >= MIN_NAME_LETTERS and long.startswith(short))


def is_of_this_inspection(name: str) -> bool:
    """Return whether a row is named by the inspection alone, below one on an earlier inspection."""
    return THIS_INSPECTION.fullmatch(name) is not None


def extract_letters(text: str) -> str:
    """Return the words of `text` in lower case without digits and signs, to compare names by."""
    return re.sub(r"[\W\d_]+", " ", text.replace("’", "").replace("'", "")).strip().lower()
