"""The file of corrections: TOML with one correction a line, read and edited line by line.

"eastmere-ilacs-2021-10-22".authority = "Eastmere"
"eastmere-ilacs-2021-10-22/p43".grade = "good"    # as the table has it
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from corpus import toml
from corpus.corrections.fields import Value, parse_value
from corpus.lazy import lazy_property

HEADER = """\
# Corrections of what the reader understood, one a line, applied on every reading.
# `evidence correct` writes them; docs/collection.md says what can be corrected.
"""
MAX_LINES = 100_000


@dataclass(frozen=True)
class Corrections:
    """The values of fields by the id of a report or paragraph, and then by field.

    `problems` are sentences that name each line that is none.
    """

    by_subject: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def __len__(self) -> int:
        return sum(map(len, self.by_subject.values()))

    @lazy_property
    def reports(self) -> frozenset[str]:
        """The ids of the reports of which, or of a paragraph of which, anything is corrected."""
        return frozenset(subject.partition("/")[0] for subject in self.by_subject)

    @lazy_property
    def frameworks(self) -> dict[str, str]:
        """The frameworks of reports whose framework is corrected, by their ids."""
        return {
            subject: str(values["framework"])
            for subject, values in self.by_subject.items()
            if "framework" in values
        }

    def of_report(self, report_id: str) -> dict[str | None, Mapping[str, Value]]:
        """Return the values for a report (None) and for its paragraphs, by their anchors."""
        return {
            anchor or None: values
            for subject, values in self.by_subject.items()
            for report, _, anchor in [subject.partition("/")]
            if report == report_id
        }


def parse_corrections(name: str, text: str) -> Corrections:
    """Return the corrections in the text of the file `name`; a line with a mistake is a problem."""
    by_subject: dict[str, dict[str, Value]] = {}
    lines: dict[tuple[str, str], int] = {}
    problems: list[str] = []
    for number, line in enumerate(text.splitlines()[:MAX_LINES], 1):
        try:
            for subject, key, given in parse_line(line):
                first = lines.setdefault((subject, key), number)
                if first != number:
                    raise ValueError(f"corrects the {key} of {subject} again, after line {first}")
                by_subject.setdefault(subject, {})[key] = parse_value(subject, key, given)
        except ValueError as error:
            problems.append(f"{name}, line {number}: {error}; mend that line")
    if len(text.splitlines()) > MAX_LINES:
        problems.append(f"{name}: has over {MAX_LINES:,} lines; the rest is not read; divide it")
    return Corrections(by_subject, tuple(problems))


def parse_line(line: str) -> Iterator[tuple[str, str, Any]]:
    """Yield subject, field and value of each correction in a line, none for a comment.

    Raise ValueError for what is no correction.
    """
    try:
        content = toml.loads(line)
    except toml.TOMLDecodeError as error:
        raise ValueError(f'is no correction such as "ID".grade = "good" ({error})') from error
    for subject, values in content.items():
        if not isinstance(values, dict) or not values:
            raise ValueError(f'{subject!r} needs a field, as in "{subject}".grade = "good"')
        for key, given in values.items():
            yield subject, key, given


def put_correction(text: str, subject: str, key: str, value: Value) -> str:
    """Return the text of a file of corrections with one more, in place of one of the same field."""
    line = f"{quote(subject)}.{key} = {write_value(value)}"
    kept = [old for old in (text or HEADER).splitlines() if not corrects(old, subject, key)]
    return "\n".join([*kept, line]) + "\n"


def take_correction(text: str, subject: str, key: str) -> str:
    """Return the text of a file of corrections without that of a field."""
    return "".join(f"{line}\n" for line in text.splitlines() if not corrects(line, subject, key))


def corrects(line: str, subject: str, key: str) -> bool:
    """Return whether a line is the correction of that field."""
    try:
        return [(one, two) for one, two, _ in parse_line(line)] == [(subject, key)]
    except ValueError:
        return False


def write_value(value: Value) -> str:
    """Return a value as TOML."""
    if value is None:
        return '"none"'
    if isinstance(value, tuple):
        return "[" + ", ".join(map(quote, value)) + "]"
    if isinstance(value, date):
        return value.isoformat()
    return quote(value) if isinstance(value, str) else str(value)


def quote(text: str) -> str:
    """Return a text as a basic string of TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'
