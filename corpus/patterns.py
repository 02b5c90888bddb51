"""Patterns over a report's words, written as lists that can be read and extended."""

from __future__ import annotations

import re


def anyof(*alternatives: str) -> re.Pattern[str]:
    """Returns a pattern, blind to case, that fits wherever one of the alternatives does."""
    return re.compile("|".join(f"(?:{words})" for words in alternatives), re.IGNORECASE)
