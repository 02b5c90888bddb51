"""Groups of authorities: statistical neighbours, a region, those of one grade, or a list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.registry import label
from corpus.understanding.authorities import (
    list_names,
    list_neighbours,
    load_authorities,
)
from index.grade_history import GradedReport, GradesOverTime
from search.filter_values import advise_name
from search.language.understanding.authority_names import find_name
from search.model import Group
from search.records import AuthorityFacts

MAX_NAMES = 150  # of a list
MAX_PIECES = 3  # of a name with commas
MAX_CHARACTERS = 3_000  # of what is typed for a group
NAMED_IN_TEXT = 3  # names of a list; a longer one is cut in a sentence
MAX_QUOTED = 40  # characters of an unknown name that its message repeats
LIST = "list"


class GroupedCollection(Protocol):
    """What must be known of a collection to tell who is in a group: an engine knows it."""

    def names(self, field: str) -> tuple[str, ...]:
        """Return the values that a facet has in the collection."""

    def authorities(self) -> tuple[AuthorityFacts, ...]:
        """Return the authorities that have reports, by name."""

    @property
    def grade_history(self) -> GradesOverTime[GradedReport]:
        """The overall grades of authorities over time."""


@dataclass(frozen=True, slots=True)
class Members:
    """The authorities of a group, and what they are called: one of them, and several."""

    names: tuple[str, ...]
    one: str
    several: str


@dataclass(frozen=True, slots=True)
class GroupKind:
    """A group by one authority, which is never in it: `key:NAME` asks for it.

    `label` says what it is, `nobody` why it may have no members.
    """

    key: str
    label: str
    nobody: str
    members: Callable[[str, GroupedCollection], Members]


@dataclass(frozen=True, slots=True)
class GroupProblem:
    """Why there is no such group: what is `expected`, after the name of the parameter."""

    expected: str


def find_neighbours(name: str, collection: GroupedCollection) -> Members:
    """Return the statistical neighbours of an authority, the closest first."""
    names = tuple(one.name for one in list_neighbours(name))
    kin = "statistical neighbour"
    return Members(names, f"the one {kin} of {name}", f"{kin}s of {name}")


def find_same_region(name: str, collection: GroupedCollection) -> Members:
    """Return the other authorities in the region of one: those listed, and of the collection."""
    listed = ((one.name, one.region) for one in load_authorities())
    regions = {one.name: one.region for one in collection.authorities()} | dict(listed)
    region = regions.get(name)
    names = sorted(other for other in regions if region and regions[other] == region)
    place = f"in the region {region}"
    return Members(tuple(names), f"the one other authority {place}", f"other authorities {place}")


def find_same_grade(name: str, collection: GroupedCollection) -> Members:
    """Return the other authorities that were last given the overall grade of one."""
    history = collection.grade_history
    grade = history.latest_overall(name)
    names = sorted(
        other for other in history.latest if grade and history.latest_overall(other) == grade
    )
    graded = f"last graded {label('grade', grade or '').lower()}"
    return Members(tuple(names), f"the one other authority {graded}", f"other authorities {graded}")


KINDS = (
    GroupKind(
        "neighbours-of", "Statistical neighbours", "has no statistical neighbours", find_neighbours
    ),
    GroupKind(
        "region-of", "Same region", "is in no region that others are known of", find_same_region
    ),
    GroupKind(
        "same-grade-as",
        "Same latest grade",
        "has no latest grade that others have",
        find_same_grade,
    ),
)
KIND = {kind.key: kind for kind in KINDS}
FORMS = (*(f"{kind.key}:NAME" for kind in KINDS), f"{LIST}:NAME,NAME")


def resolve_group(typed: str, collection: GroupedCollection) -> Group | GroupProblem:
    """Return the group that is asked for, its names as the collection or the list of authorities
    writes them, or what is wrong with it.
    """
    key, colon, names = typed.partition(":")
    key = key.strip().casefold()
    if not colon or not names.strip() or key not in (*KIND, LIST):
        return GroupProblem(f"is {' or '.join(FORMS)}")
    return list_group(names, collection) if key == LIST else kin_group(KIND[key], names, collection)


def kin_group(kind: GroupKind, typed: str, collection: GroupedCollection) -> Group | GroupProblem:
    """Return the group of a kind by an authority."""
    known = collection.names("authority")
    name = find_name(typed.strip(), known)
    if name is None:
        return unknown_name(typed.strip(), known)
    members = kind.members(name, collection)
    others = tuple(other for other in members.names if other != name)
    if not others:
        return GroupProblem(f"is of no authority: {name} {kind.nobody}")
    text = f"the {len(others)} {members.several}" if len(others) > 1 else members.one
    return Group(f"{kind.key}:{name}", text, others)


def list_group(typed: str, collection: GroupedCollection) -> Group | GroupProblem:
    """Return the group of a list of names, each once."""
    known = collection.names("authority")
    names: dict[str, None] = {}
    pieces = [piece.strip() for piece in typed.split(",")]
    while pieces:
        name, length = find_first(pieces, known) if pieces[0] else (None, 1)
        if name is None and pieces[0]:
            return unknown_name(pieces[0], known)
        names |= {name: None} if name else {}
        pieces = pieces[length:]
    if not 0 < len(names) <= MAX_NAMES:
        return GroupProblem(f"is a list of 1 to {MAX_NAMES} authorities")
    return group_of(tuple(names))


def find_first(pieces: Sequence[str], known: Collection[str]) -> tuple[str | None, int]:
    """Return the authority that a list begins with, and of how many of its pieces the name is: some
    names have commas (Bournemouth, Christchurch and Poole), and the longest one counts.
    """
    listed = (name for name, _ in list_names())
    with_commas = {name.casefold() for name in (*listed, *known) if "," in name}
    for length in range(MAX_PIECES, 1, -1):
        joined = ", ".join(pieces[:length])
        if joined.casefold() in with_commas:
            return find_name(joined, known), min(length, len(pieces))
    return find_name(pieces[0], known), 1


def group_of(names: tuple[str, ...]) -> Group:
    """Return the group of a list of authorities."""
    shown, rest = names[:NAMED_IN_TEXT], names[NAMED_IN_TEXT:]
    most, last = (shown, f"{len(rest)} more") if rest else (shown[:-1], shown[-1])
    text = f"{', '.join(most)} and {last}" if most else last
    return Group(f"{LIST}:{','.join(names)}", text, names)


def usual_group(name: str, collection: GroupedCollection) -> Group | None:
    """Return the group of the first kind that an authority has peers in, None where it has none."""
    groups = (resolve_group(f"{kind.key}:{name}", collection) for kind in KINDS)
    return next((group for group in groups if isinstance(group, Group)), None)


def without_authority(group: Group, name: str) -> Group | None:
    """Return the group without an authority, None where nobody is left; only a list has a name that
    may be its own.
    """
    others = tuple(other for other in group.authorities if other != name)
    if len(others) == len(group.authorities):
        return group
    return group_of(others) if others else None


def unknown_name(typed: str, known: Iterable[str]) -> GroupProblem:
    """Return the problem of a name that no authority has, with the nearest one."""
    quoted = typed if len(typed) <= MAX_QUOTED else f"{typed[:MAX_QUOTED]}…"
    near = advise_name(typed, known)
    return GroupProblem(f"is of authorities, and none is called {quoted}{near}")


def absent_group(group: Group, collection: GroupedCollection) -> str | None:
    """Return the sentence that no report is on any of a group, None where one is."""
    if not set(group.authorities).isdisjoint(collection.names("authority")):
        return None
    any_of = "any of " if len(group.authorities) > 1 else ""
    return f"This collection has no report on {any_of}{group.text}."


def lead_into(group: Group) -> str:
    """Return how a sentence introduces a group."""
    return "on any of" if len(group.authorities) > 1 else "on just"
