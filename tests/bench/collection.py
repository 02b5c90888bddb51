"""The paragraphs that are searched: those of real reports, multiplied by copies with changed words."""

from __future__ import annotations

import json
import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from corpus import contract
from corpus.folders import find_files
from corpus.model import Report, Source
from index.writer import writing
from tests.corpus.read_paths import read_paths
from tests.shared import REPORTS

CHANGED_SHARE = 0.2  # of the words of a copy are others of the collection, as frequent as there
INVENTED_SHARE = 0.01  # of these are new words, so that the vocabulary grows as in real text
YEARS = range(2009, 2025)


def default_cache() -> Path:
    """Return the folder where reports and indexes are kept from run to run."""
    return Path(tempfile.gettempdir()) / "evidence-bench"


def real_reports(cache: Path) -> list[Report]:
    """Return the real reports, read once and kept in the folder `cache`, which is made if needed."""
    cache.mkdir(parents=True, exist_ok=True)
    lines = cache / "reports.jsonl"
    if not lines.exists():
        paths = list(find_files([REPORTS]))
        reports = [item for item in read_paths(paths) if isinstance(item, Report)]
        write_reports(lines, reports)
    return list(read_reports(lines))


def write_reports(path: Path, reports: Iterable[Report]) -> None:
    """Write reports in the data contract, one JSON object per line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(contract.to_json(report)) + "\n" for report in reports)


def read_reports(path: Path) -> Iterator[Report]:
    """Yield the reports that `write_reports` wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield contract.from_json(json.loads(line))


def write_index(data: Path, reports: Iterable[Report]) -> None:
    """Write an index of reports to the directory `data`."""
    with writing(data) as writer:
        for report in reports:
            writer.put(report)


def multiply(real: list[Report], size: int) -> Iterator[Report]:
    """Yield reports of `size` paragraphs in all: the real ones, then changed copies of them.

    The same reports and size always give the same collection.
    """
    chance = random.Random(size)
    counts = Counter(
        word
        for report in real
        for paragraph in report.paragraphs
        for word in paragraph.text.split()
    )
    other_words = iter(chance.choices(list(counts), list(counts.values()), k=size * 20))
    missing, copy = size, 0
    while missing > 0:
        for report in real:
            copied = change_report(report, copy, other_words, chance) if copy else report
            paragraphs = copied.paragraphs[:missing]
            missing -= len(paragraphs)
            if paragraphs:
                yield replace(copied, paragraphs=paragraphs)
        copy += 1


def change_report(
    report: Report, copy: int, other_words: Iterator[str], chance: random.Random
) -> Report:
    """Return a copy of a report with other words, another year, and an id and title of its own: of
    the same title and dates it would be another edition of one report, which replaces that.
    """
    name = f"{report.id}-{copy}"
    published = report.dated and report.dated.replace(year=chance.choice(YEARS), day=1)
    return replace(
        report,
        id=name,
        title=f"{report.title} (copy {copy})",
        published=published,
        source=Source(f"{name}.pdf", name, report.source.pages),
        paragraphs=tuple(
            replace(
                paragraph,
                id=f"{name}/{paragraph.id.rpartition('/')[2]}",
                text=change_words(paragraph.text, other_words, chance),
            )
            for paragraph in report.paragraphs
        ),
    )


def change_words(text: str, other_words: Iterator[str], chance: random.Random) -> str:
    """Return a text with some of its words replaced."""
    return " ".join(change_word(word, other_words, chance) for word in text.split(" "))


def change_word(word: str, other_words: Iterator[str], chance: random.Random) -> str:
    """Return the word, another word of the collection, or one that nobody ever wrote."""
    dice = chance.random()
    if dice > CHANGED_SHARE or not word:
        return word
    if dice < CHANGED_SHARE * INVENTED_SHARE:
        return f"{word}{chance.randrange(1000)}"
    return next(other_words, word)
