"""Which authorities took the place of which, and when: lookups in authority_history.toml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files

from corpus.datafile import DataFile
from corpus.understanding.authorities import MAX_MEMO_NAMES, load_authorities

TOML_NAME = "authority_history.toml"
MERGED, SPLIT, REDRAWN = KINDS_OF_CHANGE = ("merged", "split", "redrawn")
CHANGE_KEYS = ("day", "kind", "predecessors", "successors", "note")


@dataclass(frozen=True, slots=True)
class AuthorityChange:
    """A reorganisation: on `day` the `successors` took the place of the `predecessors`.

    Its `kind` is merged, split, or redrawn: an authority that kept its name within other
    boundaries, and is then its own predecessor. `note` says in a sentence what became of what.
    """

    day: date
    kind: str
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    note: str


@lru_cache(maxsize=1)
def load_changes() -> tuple[AuthorityChange, ...]:
    """Return all of authority_history.toml. Raise DataError naming a line that holds a mistake."""
    text = files("corpus.understanding").joinpath(TOML_NAME).read_text(encoding="utf-8")
    return parse_changes(DataFile(f"corpus/understanding/{TOML_NAME}", text, is_ours=True))


def parse_changes(data: DataFile) -> tuple[AuthorityChange, ...]:
    """Return the changes of a file, the oldest first. Raise DataError, naming a mistake's line."""
    changes = [parse_change(data, table) for table in data.content]
    return tuple(sorted(changes, key=lambda change: change.day))


def parse_change(data: DataFile, table: str) -> AuthorityChange:
    """Return the change that a table describes."""
    data.check_keys(table, CHANGE_KEYS)
    day = data.table(table).get("day")
    if not isinstance(day, date) or isinstance(day, datetime):
        raise data.mistake(table, "day", f"needs a day such as 2019-04-01, not {day!r}")
    kind = data.choice(table, "kind", KINDS_OF_CHANGE)
    if kind is None:
        raise data.mistake(table, "kind", f"is missing; write one of {', '.join(KINDS_OF_CHANGE)}")
    before, after = (listed_names(data, table, key) for key in ("predecessors", "successors"))
    if (kind == REDRAWN) != (before == after):
        cause = "is for authorities that keep their names, which are predecessors and successors"
        raise data.mistake(table, "kind", f"{kind!r}: {REDRAWN!r} {cause}")
    return AuthorityChange(day, kind, before, after, data.needed_text(table, "note"))


def listed_names(data: DataFile, table: str, key: str) -> tuple[str, ...]:
    """Return the authorities that `[table]` lists at `key`, at least one."""
    names = data.texts(table, key)
    if not names:
        raise data.mistake(table, key, "is missing; list the authorities by their names")
    known = {authority.name for authority in load_authorities()}
    for name in names:
        if name not in known:
            raise data.mistake(table, key, "is the name of no authority in authorities.csv", name)
    return tuple(names)


def changes_into(name: str) -> tuple[AuthorityChange, ...]:
    """Return the changes that an authority came from, the last one first."""
    return tuple(change for change in reversed(load_changes()) if name in change.successors)


def changes_from(name: str) -> tuple[AuthorityChange, ...]:
    """Return the changes that ended an authority, the first one first."""
    ended = (change for change in load_changes() if change.kind != REDRAWN)
    return tuple(change for change in ended if name in change.predecessors)


@lru_cache(maxsize=MAX_MEMO_NAMES)
def redrawn_on(name: str) -> date | None:
    """Return the day on which the boundaries of an authority that kept its name were last redrawn,
    None where they never were.
    """
    days = [change.day for change in changes_into(name) if change.kind == REDRAWN]
    return max(days, default=None)
