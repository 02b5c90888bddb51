"""Parse a sample's source, written in a small Markdown dialect, into blocks.

Blocks stand apart by an empty line; lines within one are joined. A source begins with
`key: value` lines. Inline there are `**bold**` and `[^1]`, a mark of footnote 1; straight
apostrophes and quotes are printed as curly ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RUN_OF_TEXT = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\[\^(?P<mark>\d+)\]|(?P<plain>(?:(?!\*\*|\[\^\d).)+)"
)


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of text in one look: plain, bold or mark (the number of a footnote)."""

    look: str
    text: str


@dataclass(frozen=True, slots=True)
class SampleBlock:
    """One block: its kind (a key of KINDS, or `text`), its text, its heading level or bullet
    depth, its printed number, and its cells where it is a row of a table.
    """

    kind: str
    text: str
    level: int = 1
    number: int | None = None
    cells: tuple[str, ...] = ()

    @property
    def runs(self) -> tuple[TextRun, ...]:
        """The text as runs of one look each."""
        return tuple(
            TextRun(look, text)
            for match in RUN_OF_TEXT.finditer(self.text)
            for look, text in match.groupdict().items()
            if text
        )


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
class SampleSource:
    """A whole source: the facts of its head, and its blocks."""

    name: str
    facts: dict[str, str]
    blocks: tuple[SampleBlock, ...]


def read_source(path: Path) -> SampleSource:
    """Return the source in a file. Raise ValueError where its head is not `key: value` lines."""
    opening_quotes = re.sub(r"(?<!\w)'(?=\w)", "‘", path.read_text(encoding="utf-8").rstrip())
    text = opening_quotes.replace("'", "’")
    head, *chunks = re.split(r"\n\s*\n", text)
    facts = {k.strip(): v.strip() for k, v in (line.split(":", 1) for line in head.splitlines())}
    return SampleSource(
        path.stem, facts, tuple(block for chunk in chunks for block in split_blocks(chunk))
    )


def split_blocks(chunk: str) -> Iterator[SampleBlock]:
    """Yield the blocks of a run of lines: each line that opens one, with the lines it goes on in."""
    opened: list[str] = []
    for line in chunk.strip("\n").splitlines():
        if opened and any(rule.match(line) for rule in KINDS.values()):
            yield parse_block(opened)
            opened = []
        opened.append(line)
    yield parse_block(opened)


def parse_block(lines: list[str]) -> SampleBlock:
    """Return the one block that lines make."""
    text = " ".join([lines[0].rstrip(), *map(str.strip, lines[1:])])
    for kind, rule in KINDS.items():
        if match := rule.fullmatch(text):
            return build_block(kind, match.groupdict())
    return SampleBlock("text", text.strip())


def build_block(kind: str, groups: dict[str, str]) -> SampleBlock:
    """Return the block of a kind from the groups that its rule matched."""
    number = int(groups["number"]) if "number" in groups else None
    level = len(groups.get("level", "#")) + len(groups.get("indent", "")) // 2
    cells = tuple(map(str.strip, groups["text"].split(" | "))) if kind == "row" else ()
    return SampleBlock(kind, groups["text"], level, number, cells)
