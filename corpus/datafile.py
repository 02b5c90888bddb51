"""A data file in TOML that people write, and the line of whatever is wrong in it."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from dataclasses import dataclass
from math import isfinite
from typing import Any

from corpus.errors import DataError
from corpus.lazy import lazy_property

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HEADER = re.compile(r"\s*\[([^\[\]]+)\]")
KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=""")


@dataclass(frozen=True)
class DataFile:
    """The `text` of the file `name`. All its methods raise DataError, which names the line."""

    name: str
    text: str

    @lazy_property
    def content(self) -> dict[str, Any]:
        """The text as TOML."""
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise DataError(f"{self.name}: {error}; mend that line") from error

    def table(self, path: str) -> dict[str, Any]:
        """Returns the table `[path]`; the whole file is the table of no path."""
        found = self.content
        for part in filter(None, path.split(".")):
            inner = found.get(part, {})
            if not isinstance(inner, dict):
                raise self.mistake(path.rpartition(".")[0], part, "is not a table")
            found = inner
        return found

    def only(self, table: str, keys: Collection[str]) -> None:
        """Returns if `[table]` has no key but `keys`."""
        for key in self.table(table):
            if key not in keys:
                raise self.mistake(table, key, f"is none of {', '.join(keys)}")

    def number(self, table: str, key: str) -> float:
        """Returns the number that `[table]` has at `key`; 0 where it has none."""
        value = self.table(table).get(key, 0)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
            return float(value)
        raise self.mistake(table, key, f"needs a number, not {value!r}")

    def texts(self, table: str, key: str) -> list[str]:
        """Returns the list of texts that `[table]` has at `key`; empty where it has none."""
        value = self.table(table).get(key, [])
        if isinstance(value, list) and all(isinstance(text, str) for text in value):
            return value
        raise self.mistake(table, key, f"needs a list of texts, not {value!r}")

    def mistake(self, table: str, key: str, cause: str) -> DataError:
        """Returns the error that names file, line, `key` and cause."""
        return DataError(f"{self.name}, line {self.line(table, key)}: {key!r} {cause}")

    def line(self, table: str, key: str) -> int:
        """Returns the line, from 1, that sets `key` in `[table]`, or else opens the table."""
        here, opened = "", dict[str, int]()
        for number, line in enumerate(self.text.splitlines(), 1):
            if header := HEADER.match(line):
                here = header[1].strip()
                opened.setdefault(here, number)
            elif here == table and (found := KEY.match(line)) and key in found.groups():
                return number
        inner = f"{table}.{key}".removeprefix(".")
        below = (number for name, number in opened.items() if f"{name}.".startswith(f"{inner}."))
        return next(below, opened.get(table, 1))
