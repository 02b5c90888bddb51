"""Real reports stay in ../shared: no file of the project holds a run of ten words of one."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.shared import SEED, SHARED, needs_shared
from tests.source_tree import ROOT

RUN_LENGTH = 10
TITLES_AND_NAMES = (
    "inspection of services for children in need of help and protection"
    " children looked after and care leavers",
    "key judgement judgement grade leadership management and governance",
    "office for standards in education children s services and skills",
)
TEXT_SUFFIXES = {
    ".py", ".md", ".txt", ".html", ".toml", ".json", ".jsonl", ".csv", ".js", ".css"
}  # fmt: skip


def word_runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of ten words of a text, but those that a printed heading or name is a part
    of: these are facts.
    """
    without_headings = heading_pattern().sub("|", " ".join(split_words(text)))
    return {run for stretch in without_headings.split("|") for run in runs_of(stretch.split())}


def runs_of(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield every run of ten of the words."""
    yield from zip(*(words[start:] for start in range(RUN_LENGTH)), strict=False)


def split_words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


@cache
def heading_pattern() -> re.Pattern[str]:
    """Return the pattern of the headings and judgements that real reports print, as plain words."""
    gold = (SHARED / "corpus" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    headings = {
        " ".join(split_words(heading)) for line in gold for heading in printed(json.loads(line))
    }
    longest_first = sorted({*headings, *TITLES_AND_NAMES}, key=len, reverse=True)
    return re.compile("|".join(rf"\b{heading}\b" for heading in longest_first if " " in heading))


def printed(report: dict[str, Any]) -> list[str]:
    """Return the headings and judgements of a report that was read by hand."""
    return [*report["headings"], *(judgement["name"] for judgement in report["judgements"])]


def real_paragraphs() -> Iterator[str]:
    yield from re.findall(r"^\d+\. .*", SEED.read_text(encoding="utf-8"), re.M)
    for line in (SHARED / "corpus" / "themes.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]
    for line in (SHARED / "corpus" / "needs.jsonl").read_text(encoding="utf-8").splitlines():
        yield from (judged["text"] for judged in json.loads(line)["judged"])


@cache
def real_runs() -> frozenset[tuple[str, ...]]:
    return frozenset(run for text in real_paragraphs() for run in word_runs(text))


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


@needs_shared
def test_no_file_holds_ten_words_of_a_real_report():
    paths = [path for path in tracked_files() if path.suffix in TEXT_SUFFIXES and path.is_file()]
    assert paths
    copied = {
        str(path.relative_to(ROOT)): [" ".join(run) for run in shared_runs][:3]
        for path in paths
        if (shared_runs := word_runs(path.read_text(encoding="utf-8")) & real_runs())
    }
    assert copied == {}


@needs_shared
def test_a_copied_sentence_is_reported():
    sentence = " ".join(next(real_paragraphs()).split()[1:14])
    assert word_runs(sentence) & real_runs()
