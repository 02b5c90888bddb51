"""What is to be said of the filters of an address, as diagnostics: which values no report has."""

from __future__ import annotations

from collections.abc import Sequence

from search.language.fields import NO_REPORT
from search.model import Diagnostic, Span

NOWHERE = Span(0, 0)  # in a query, for what is said of a parameter


def diagnose(notices: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return the sentences of notices as diagnostics."""
    return tuple(Diagnostic(NO_REPORT, NOWHERE, text) for text in notices)
