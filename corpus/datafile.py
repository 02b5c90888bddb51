"""Read a TOML data file that people write, and name the line of each mistake in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from math import isfinite
from typing import Any

from corpus import toml
from corpus.errors import DataError
from corpus.lazy import lazy_property

TOML_TABLE_HEADER = re.compile(r"\s*\[([^\[\]]+)\]")
KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=""")


@dataclass(frozen=True)
class DataFile:
    """The `text` of the file `name`. Every method raises DataError, which names the line.

    A table is named by its path, as in its header: `a.b` is the table `[a.b]`, "" the whole file.
    """

    name: str
    text: str

    @lazy_property
    def content(self) -> dict[str, Any]:
        """The parsed text."""
        try:
            return toml.loads(self.text)
        except toml.TOMLDecodeError as error:
            raise DataError(f"{self.name}: {error}; mend that line") from error

    def table(self, path: str) -> dict[str, Any]:
        """Return the table at `path`; an empty one where the file has none."""
        table = self.content
        for key in filter(None, path.split(".")):
            inner = table.get(key, {})
            if not isinstance(inner, dict):
                raise self.mistake(path.rpartition(".")[0], key, "is not a table")
            table = inner
        return table

    def check_keys(self, table: str, allowed: Collection[str]) -> None:
        """Raise DataError if `[table]` has a key that is not among those allowed."""
        for key in self.table(table):
            if key not in allowed:
                raise self.mistake(table, key, f"is none of {', '.join(allowed)}")

    def number(self, table: str, key: str) -> float:
        """Return the number that `[table]` has at `key`; 0 where it has none."""
        value = self.table(table).get(key, 0)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
            return float(value)
        raise self.mistake(table, key, f"needs a number, not {value!r}")

    def texts(self, table: str, key: str) -> list[str]:
        """Return the list of texts that `[table]` has at `key`; an empty one where it has none."""
        value = self.table(table).get(key, [])
        if isinstance(value, list) and all(isinstance(text, str) for text in value):
            return value
        raise self.mistake(table, key, f"needs a list of texts, not {value!r}")

    def mistake(self, table: str, key: str, cause: str) -> DataError:
        """Return the error that names file, line, `key` and cause."""
        return DataError(f"{self.name}, line {self.line_of(table, key)}: {key!r} {cause}")

    def line_of(self, table: str, key: str) -> int:
        """Return the line, from 1, that sets `key` in `[table]`, or else opens the table."""
        current_table, headers = "", dict[str, int]()
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := TOML_TABLE_HEADER.match(line):
                current_table = header[1].strip()
                headers.setdefault(current_table, number)
            elif current_table == table and (match := KEY.match(line)) and key in match.groups():
                return number
        inner = f"{table}.{key}".removeprefix(".")
        within = (number for name, number in headers.items() if f"{name}.".startswith(f"{inner}."))
        return next(within, headers.get(table, 1))
