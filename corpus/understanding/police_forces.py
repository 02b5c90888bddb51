"""Find the police force that a report is about: a line of its cover that is a force's name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.understanding.authorities import Authority

WORD = r"[A-Z][\w'-]*"
FORCE = re.compile(
    rf"(?:^|: |\b(?:of|by|in) )(?:the )?(?P<force>{WORD}(?: (?:{WORD}|and|of|the|&)){{0,5}} "
    r"(?:Police(?: Service)?|Constabulary)|Police Service of .{3,30}|Police Scotland)$"
)
"""A force's name at the end of a line, which may begin with what was inspected."""

MAX_LINE_LETTERS = 160


def find_police_force(lines: Iterable[str]) -> Authority | None:
    """Return the police force that the first of some lines names, None where none does.

    It is no local authority, even where it has the name of one, and has no region.
    """
    matches = (FORCE.search(line.rstrip(" .")) for line in lines if len(line) < MAX_LINE_LETTERS)
    return next((Authority(match["force"], None) for match in matches if match), None)
