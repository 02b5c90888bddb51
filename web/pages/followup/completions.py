"""The names that the box for an authority completes: those with reports first, then all listed."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.understanding.authorities import load_authorities
from search.language.understanding.authority_names import MAX_NAME_LENGTH, other_names
from web.server.request_engine import engine

MAX_COMPLETED = 1_000


@dataclass(frozen=True, slots=True)
class Completion:
    """A name of an `authority`, its own or another one, and whether there are reports on it."""

    name: str
    authority: str
    has_reports: bool


def list_completions() -> list[Completion]:
    """Return the names that a box completes: authorities with reports, their other names, then the
    same of those without.
    """
    with_reports = frozenset(engine().names("authority"))
    listed = {authority.name for authority in load_authorities()}
    names = [name for name in with_reports | listed if len(name) <= MAX_NAME_LENGTH]
    pairs = [*((name, name) for name in names), *other_names(frozenset(names))]
    completions = [Completion(name, own, own in with_reports) for name, own in pairs]
    completions.sort(key=lambda one: (not one.has_reports, one.name != one.authority, one.name))
    return completions[:MAX_COMPLETED]
