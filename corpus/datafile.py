"""Read the TOML files that people write, and name the line of each mistake in them."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any

from corpus import toml
from corpus.errors import DataError
from corpus.lazy import lazy_property

FOLDER_VARIABLE = "EVIDENCE_FRAMEWORKS"
"""The environment variable that names the folder; processes that are started inherit it."""

THEMES_NAME = "themes.toml"

TOML_TABLE_HEADER = re.compile(r"\s*\[([^\[\]]+)\]")
KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=""")


@dataclass(frozen=True)
class DataFile:
    """The text of the file `name`. Every method raises DataError, which names the line.

    A table is named by its path, as in its header: `a.b` is the table `[a.b]`, "" the whole file.
    One that `is_ours` comes with the package, whose tests look for mistakes in its patterns.
    """

    name: str
    source: str
    is_ours: bool = False

    @lazy_property
    def content(self) -> dict[str, Any]:
        """The parsed text."""
        try:
            return toml.loads(self.source)
        except toml.TOMLDecodeError as error:
            raise DataError(f"{self.name}: {error}; mend that line") from error

    @lazy_property
    def _tables(self) -> dict[str, dict[str, Any]]:
        """The tables that were asked for, by path: every key of each is."""
        return {"": self.content}

    def table(self, path: str) -> dict[str, Any]:
        """Return the table at `path`; an empty one where the file has none."""
        table = self._tables.get(path)
        if table is None:
            parent, _, key = path.rpartition(".")
            table = self.table(parent).get(key, {})
            if not isinstance(table, dict):
                raise self.mistake(parent, key, "is not a table")
            self._tables[path] = table
        return table

    def check_keys(self, table: str, allowed: Collection[str]) -> None:
        """Raise DataError if `[table]` has a key that is not among those allowed."""
        for key in self.table(table):
            if key not in allowed:
                raise self.mistake(table, key, none_of(key, allowed))

    def number(self, table: str, key: str) -> float:
        """Return the number that `[table]` has at `key`; 0 where it has none."""
        value = self.table(table).get(key, 0)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
            return float(value)
        raise self.mistake(table, key, f"needs a number, not {value!r}")

    def whole_number(self, table: str, key: str) -> int | None:
        """Return the whole number that `[table]` has at `key`; None where it has none."""
        value = self.table(table).get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self.mistake(table, key, f"needs a whole number, not {value!r}")

    def texts(self, table: str, key: str) -> list[str]:
        """Return the list of texts that `[table]` has at `key`; an empty one where it has none."""
        value = self.table(table).get(key, [])
        if isinstance(value, list) and all(isinstance(text, str) for text in value):
            return value
        raise self.mistake(table, key, f"needs a list of texts, not {value!r}")

    def text(self, table: str, key: str) -> str | None:
        """Return the text that `[table]` has at `key`, its spaces single; None for none."""
        value = self.table(table).get(key)
        if value is None:
            return None
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
        raise self.mistake(table, key, f"needs a text, not {value!r}")

    def needed_text(self, table: str, key: str) -> str:
        """Return the text that `[table]` has at `key`, which it must have."""
        text = self.text(table, key)
        if text is None:
            place = f"in [{table}]" if table else "above its first table"
            raise self.mistake(table, key, f'is missing; write {key} = "..." {place}')
        return text

    def choice(self, table: str, key: str, choices: Collection[str]) -> str | None:
        """Return the text that `[table]` has at `key`, one of `choices`; None where it has none."""
        value = self.text(table, key)
        if value is None or value in choices:
            return value
        raise self.mistake(table, key, f"is {value!r}, which {none_of(value, choices)}")

    def switch(self, table: str, key: str, default: bool = False) -> bool:
        """Return whether `[table]` has `key = true`; `default` where it does not say."""
        value = self.table(table).get(key, default)
        if isinstance(value, bool):
            return value
        raise self.mistake(table, key, f"needs true or false, not {value!r}")

    def mistake(self, table: str, key: str, cause: str, text: str | None = None) -> DataError:
        """Return the error that names file, line, `key` and cause.

        The line is that of `text` in the key's list where that is given.
        """
        line = self.line_of(table, key)
        if text is not None:
            following = enumerate(self.lines[line - 1 :], line)
            line = next((number for number, one in following if text in one), line)
            key = text
        return DataError(f"{self.name}, line {line}: {key!r} {cause}")

    @property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.source.splitlines()

    def line_of(self, table: str, key: str) -> int:
        """Return the line, from 1, that sets `key` in `[table]`, else opens the table, else sets
        the table in the one around it.
        """
        current_table, headers = "", dict[str, int]()
        for number, line in enumerate(self.lines, 1):
            if header := TOML_TABLE_HEADER.match(line):
                current_table = header[1].strip()
                headers.setdefault(current_table, number)
            elif current_table == table and (match := KEY.match(line)) and key in match.groups():
                return number
        inner = f"{table}.{key}".removeprefix(".")
        within = (number for name, number in headers.items() if f"{name}.".startswith(f"{inner}."))
        parent, _, name = table.rpartition(".")
        above = headers.get(table) or (self.line_of(parent, name) if table else 1)
        return next(within, above)


def read_data_file(path: Path, name: str | None = None) -> DataFile:
    """Return the file at `path`; one of ours has a `name` to be told by. Raise DataError if it is
    no text.
    """
    try:
        return DataFile(name or str(path), path.read_text(encoding="utf-8"), is_ours=bool(name))
    except (OSError, UnicodeDecodeError) as error:
        cause = f"cannot be read ({error}); give a TOML file in UTF-8"
        raise DataError(f"{name or path}: {cause}") from error


def none_of(value: str, choices: Collection[str]) -> str:
    """Return what to say of a text that is none of some choices, with the nearest one."""
    near = get_close_matches(value, choices, 1)
    advice = f"; did you mean {near[0]!r}?" if near else ""
    return f"is none of {', '.join(choices)}{advice}"


def own_folder() -> Path | None:
    """Return the folder of one's own frameworks, scales and themes; None where none is named."""
    folder = os.environ.get(FOLDER_VARIABLE)
    return Path(folder) if folder else None


def own_themes_file() -> Path | None:
    """Return the file of themes in the folder, None where it has none."""
    folder = own_folder()
    file = folder / THEMES_NAME if folder else None
    return file if file and file.is_file() else None
