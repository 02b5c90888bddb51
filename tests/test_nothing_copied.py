"""Real reports stay in ../shared: no file of the project holds a run of their words."""

import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.shared import SEED, SHARED, needs_shared

ROOT = Path(__file__).parent.parent
RUN = 10
TITLES = (
    "inspection of services for children in need of help and protection"
    " children looked after and care leavers",
    "key judgement judgement grade leadership management and governance",
)
WRITTEN = {".py", ".md", ".txt", ".html", ".toml", ".json", ".jsonl", ".csv", ".js", ".css"}


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of ten words of `text` that no printed heading is a part of: those are facts."""
    spelt = headings().sub("|", " ".join(words(text)))
    stretches = (stretch.split() for stretch in spelt.split("|"))
    return {
        run
        for stretch in stretches
        for run in zip(*(stretch[start:] for start in range(RUN)), strict=False)
    }


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


@cache
def headings() -> re.Pattern[str]:
    """Finds the headings and judgements that real reports print, spelt as plain words."""
    gold = (SHARED / "corpus" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    printed = {" ".join(words(name)) for line in gold for name in named(json.loads(line))}
    longest_first = sorted({*printed, *TITLES}, key=len, reverse=True)
    return re.compile("|".join(rf"\b{name}\b" for name in longest_first if " " in name))


def named(report: dict[str, Any]) -> list[str]:
    return [*report["headings"], *(judgement["name"] for judgement in report["judgements"])]


def real_paragraphs() -> Iterator[str]:
    yield from re.findall(r"^\d+\. .*", SEED.read_text(encoding="utf-8"), re.M)
    for line in (SHARED / "corpus" / "themes.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"]
    for line in (SHARED / "corpus" / "needs.jsonl").read_text(encoding="utf-8").splitlines():
        yield from (judged["text"] for judged in json.loads(line)["judged"])


@cache
def real_runs() -> frozenset[tuple[str, ...]]:
    return frozenset(run for text in real_paragraphs() for run in runs(text))


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


@needs_shared
def test_no_file_holds_ten_words_of_a_real_report():
    written = [path for path in tracked() if path.suffix in WRITTEN and path.is_file()]
    assert written
    copied = {
        str(path.relative_to(ROOT)): [" ".join(run) for run in shared][:3]
        for path in written
        if (shared := runs(path.read_text(encoding="utf-8")) & real_runs())
    }
    assert copied == {}


@needs_shared
def test_a_copied_sentence_would_be_found():
    sentence = " ".join(next(real_paragraphs()).split()[1:14])
    assert runs(sentence) & real_runs()
