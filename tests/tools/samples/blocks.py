"""A sample's source: what its blocks are, and how they are read from a small Markdown dialect.

Blocks stand apart by an empty line; lines within one are joined. A source begins with
`key: value` lines. Inline there are `**bold**` and `[^1]`, a mark of footnote 1; straight
apostrophes and quotes are printed as curly ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RUN = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[\^(?P<mark>\d+)\]|(?P<plain>(?:(?!\*\*|\[\^\d).)+)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look: plain, bold or mark (the number of a footnote)."""

    look: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its kind (a key of KINDS, or `text`), its text, its heading level or bullet
    depth, its printed number, and its cells where it is a row of a table.
    """

    kind: str
    text: str
    level: int = 1
    number: int | None = None
    cells: tuple[str, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """The text in stretches of one look."""
        found = (match.groupdict() for match in RUN.finditer(self.text))
        return tuple(Run(look, text) for groups in found for look, text in groups.items() if text)


KINDS = {
    "heading": re.compile(r"(?P<level>#+) (?P<text>.+)"),
    "numbered": re.compile(r"(?P<number>\d+)\. (?P<text>.+)"),
    "bullet": re.compile(r"(?P<indent> *)- (?P<text>.+)"),
    "boxed": re.compile(r"> (?P<text>.+)"),
    "row": re.compile(r"\| (?P<text>.+) \|"),
    "note": re.compile(r"\[\^(?P<number>\d+)\]: (?P<text>.+)"),
    "address": re.compile(r"@ (?P<text>.+)"),
    "contents": re.compile(r"(?P<text>\{contents\})"),
    "break": re.compile(r"(?P<text>=====)"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A whole source: the facts of its head, and its blocks."""

    name: str
    facts: dict[str, str]
    blocks: tuple[Block, ...]


def read(path: Path) -> Source:
    """Returns the source that a file holds. Raises ValueError where its head is no `key: value`."""
    opened = re.sub(r"(?<!\w)'(?=\w)", "‘", path.read_text(encoding="utf-8").rstrip())
    printed = opened.replace("'", "’")
    head, *chunks = re.split(r"\n\s*\n", printed)
    facts = {k.strip(): v.strip() for k, v in (line.split(":", 1) for line in head.splitlines())}
    return Source(path.stem, facts, tuple(block for chunk in chunks for block in parts(chunk)))


def parts(chunk: str) -> Iterator[Block]:
    """Yields the blocks of a run of lines: each line that opens one, with those it goes on in."""
    opened: list[str] = []
    for line in chunk.strip("\n").splitlines():
        if opened and any(rule.match(line) for rule in KINDS.values()):
            yield block(opened)
            opened = []
        opened.append(line)
    yield block(opened)


def block(lines: list[str]) -> Block:
    """Returns the one block that lines make."""
    text = " ".join([lines[0].rstrip(), *map(str.strip, lines[1:])])
    for kind, rule in KINDS.items():
        if found := rule.fullmatch(text):
            return known(kind, found.groupdict())
    return Block("text", text.strip())


def known(kind: str, found: dict[str, str]) -> Block:
    """Returns the block of a kind from what its rule caught."""
    number = int(found["number"]) if "number" in found else None
    level = len(found.get("level", "#")) + len(found.get("indent", "")) // 2
    cells = tuple(map(str.strip, found["text"].split(" | "))) if kind == "row" else ()
    return Block(kind, found["text"], level, number, cells)
