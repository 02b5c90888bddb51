"""The names that the box for an authority completes: those of the collection, and their others."""

from __future__ import annotations

from search.language.understanding.authority_names import MAX_NAME_LENGTH, other_names
from web.server.request_engine import engine

MAX_COMPLETED = 1_000


def list_completions() -> list[tuple[str, str]]:
    """Return the names that a box for authorities completes, each with the authority that it is
    another name of, "" for its own: of those authorities that have reports.
    """
    names = [name for name in sorted(engine().names("authority")) if len(name) <= MAX_NAME_LENGTH]
    names = names[:MAX_COMPLETED]
    others = sorted(other_names(frozenset(names)))
    return [*((name, "") for name in names), *others][:MAX_COMPLETED]
