"""Texts of two topics that share no words, so that it is known which words are near each other."""

import numpy as np

STARTS = "bcdfghjklm"
ENDS = ("ane", "ole", "ink", "ust", "ead", "arp", "elt", "oom")
WORDS = [f"{start}{end}" for start in STARTS for end in ENDS]
FIRST, SECOND = WORDS[::2], WORDS[1::2]


def texts(count: int) -> list[str]:
    """Texts of twelve words each, from FIRST and SECOND in turn."""
    random = np.random.default_rng(3)
    return [" ".join(random.choice((FIRST, SECOND)[number % 2], 12)) for number in range(count)]
