"""The prior of paragraphs: what each is worth as evidence, whatever is asked.

A list of figures about an area ("nine children are ...") says little in few words, and BM25, which
favours short paragraphs, would put a screenful of such lines before any finding.
"""

from __future__ import annotations

import numpy as np

from index.segments.arrays import Array
from index.snapshot import Snapshot
from search.language.parsed_query import ParsedQuery

BRIEF_WORDS = 30  # a shorter paragraph of context is a line of figures more often than not
BRIEF_CONTEXT_PRIOR = 0.5
TEXT_CLAUSES = frozenset({"word", "phrase", "prefix", "nearly", "either"})


def has_text(parsed: ParsedQuery) -> bool:
    """Return whether a query asks for words: without any all scores are equal, and dates decide."""
    return any(clause.kind in TEXT_CLAUSES for clause in parsed.clauses)


def priors(snapshot: Snapshot) -> Array:
    """Return what the score of each paragraph is multiplied by, float32 (size): less than 1 for
    brief context.
    """
    names, codes = snapshot.codes("kind")
    is_context = np.array([name == "context" for name in names])[codes]
    is_brief = is_context & (snapshot.columns.lengths < BRIEF_WORDS)
    return np.where(is_brief, np.float32(BRIEF_CONTEXT_PRIOR), np.float32(1))
