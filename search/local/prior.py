"""What a paragraph is worth as evidence whatever is asked: bare figures come after findings.

A list of figures about an area ("nine children are ...") says little in few words, and BM25, which
favours short paragraphs, would put a screenful of such lines before any finding.
"""

from __future__ import annotations

import numpy as np

from index.snapshot import Snapshot
from search.language.parsed import Parsed
from search.local.matches import Array

BRIEF = 30  # words; a paragraph of context that is shorter is a line of figures more often than not
WORTH = 0.5  # what its score counts
ASKING = frozenset({"word", "phrase", "prefix", "nearly", "either"})


def worth(snapshot: Snapshot, parsed: Parsed) -> Array | None:
    """Return what each paragraph is worth to a query, None where it has no words: all scores are
    equal then, and dates decide.
    """
    if not any(clause.kind in ASKING for clause in parsed.clauses):
        return None
    found: Array = snapshot.compute_once("worth", worths)
    return found


def worths(snapshot: Snapshot) -> Array:
    """Return what each paragraph is worth, float32 (size): WORTH for brief context, else 1."""
    names, codes = snapshot.codes("kind")
    context = np.array([name == "context" for name in names])[codes]
    brief = context & (snapshot.columns.lengths < BRIEF)
    return np.where(brief, np.float32(WORTH), np.float32(1))
