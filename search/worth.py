"""What a paragraph is worth as evidence whatever is asked: bare figures come after findings.

A list of figures about an area ("nine children are ...") says little in few words, and BM25, which
favours short paragraphs, would put a screenful of such lines before any finding.
"""

from __future__ import annotations

import numpy as np

from index.snapshot import Snapshot
from search.matches import Array, Matches
from search.parse import Parsed

BRIEF = 30  # words; a paragraph of context that is shorter is a line of figures more often than not
WORTH = 0.5  # what its score counts
ASKING = frozenset({"word", "phrase", "prefix", "nearly", "either"})


def weighed(snapshot: Snapshot, parsed: Parsed, found: Matches) -> Matches:
    """Return the matches with the scores of brief context lowered, where a query has words."""
    if not any(clause.kind in ASKING for clause in parsed.clauses):
        return found  # all scores are equal: dates decide
    worth: Array = snapshot.once("worth", worths)
    return Matches(found.docs, found.scores * worth[found.docs])


def worths(snapshot: Snapshot) -> Array:
    """Return what each paragraph is worth, float32 (size): WORTH for brief context, else 1."""
    names, codes = snapshot.codes("kind")
    context = np.array([name == "context" for name in names])[codes]
    brief = context & (snapshot.columns.lengths < BRIEF)
    return np.where(brief, np.float32(WORTH), np.float32(1))
