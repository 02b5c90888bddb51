"""`make words`: write corpus/layout/words.txt from the real reports; with --measure, judge it.

To measure, words are taken from half of the reports (those whose file's name has an even SHA-256),
and the line-end hyphens of the other half are joined with them. A hyphen is joined as a reader
would if the parts come out as all reports print them most often within a line.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from unittest.mock import patch

from corpus.errors import Refused
from corpus.formats.content import read_content
from corpus.formats.detection import read_document
from corpus.layout import dehyphenation
from corpus.layout.dehyphenation import (
    AFTER_SUSPENDED_HYPHEN,
    COMPOUND,
    HYPHENATED_TAIL,
    LEADING_COMPOUND,
    DocumentWords,
    whole_words,
)
from corpus.layout.furniture.raised_marks import without_raised_marks
from tests.shared import REPORTS

FOLDERS = (REPORTS, REPORTS.parent / "followup")
WORDS_PATH = Path(dehyphenation.__file__).with_name("words.txt")
MIN_REPORTS = 3
"""Reports that hold a word of the list, at least."""

MAX_FRAGMENT_LETTERS = 2
"""Letters of what may be a fragment, such as *pm*: a word so short is held by half of the reports."""

MIN_JOINED_RATIO = 4
"""How many times as common as with its hyphen a word is without, to stand in the list so."""

SMALL_WORD = re.compile(rf"(?<![\w.'’-]){COMPOUND}(?![\w'’-]|\.\w)")
"""A whole word: not the end of *1st*, of *gov.uk* or of *children's*."""

HEAD = """\
Words in small letters that at least {min_reports} of {reports} reports hold, to tell how a word \
that a line end cuts is spelled. Of a word that is printed with a hyphen and without, the joined \
spelling stands here only where it is {ratio} times as common, and then alone. Made by `make words`.
"""


@dataclass(frozen=True, slots=True)
class ReportLines:
    """The texts of a report's lines, and how often each of its words in small letters stands."""

    name: str
    texts: tuple[str, ...]
    words: Counter[str]

    @property
    def is_of_first_half(self) -> bool:
        """Whether the report is one of those that words are taken from to measure."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 2 == 0


def main() -> None:
    """Write the words of all reports, or measure those of half of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true", help="judge the words of half of them")
    options = parser.parse_args()
    reports = list(read_reports())
    if options.measure:
        print(measure(reports))
    else:
        WORDS_PATH.write_text(format_words(select_words(reports), len(reports)), encoding="utf-8")


def read_reports() -> Iterator[ReportLines]:
    """Yield the lines of each real report that can be read."""
    for path in chain.from_iterable(sorted(folder.iterdir()) for folder in FOLDERS):
        try:
            lines = read_document(path, read_content(path)).lines
        except Refused:
            continue
        texts = tuple(without_raised_marks(line.text) for line in lines)
        yield ReportLines(path.name, texts, count_words(texts))


def count_words(texts: Sequence[str]) -> Counter[str]:
    """Return how often each word of some lines stands in small letters, cut words left out."""
    small = {word for text in texts for word in SMALL_WORD.findall(text)}
    whole = Counter(chain.from_iterable(whole_words(texts)))
    return Counter(
        {
            word: count
            for word, count in whole.items()
            if word in small and word.replace("-", "").isalpha() and (len(word) > 1 or word == "a")
        }
    )


def select_words(reports: Sequence[ReportLines]) -> list[str]:
    """Return the words that enough reports hold, in the spelling that is common."""
    holders = Counter(word for report in reports for word in report.words)
    counts = total(report.words for report in reports)
    hyphenated: Counter[str] = Counter()
    for word, count in counts.items():
        if "-" in word:
            hyphenated[word.replace("-", "")] += count

    def is_common(word: str) -> bool:
        if "-" in word:
            return counts[word] * MIN_JOINED_RATIO > counts[word.replace("-", "")]
        return counts[word] >= hyphenated[word] * MIN_JOINED_RATIO

    def is_held(word: str) -> bool:
        is_short = len(word) <= MAX_FRAGMENT_LETTERS
        return holders[word] >= (len(reports) / 2 if is_short else MIN_REPORTS)

    return sorted(word for word in holders if is_held(word) and is_common(word))


def total(counters: Iterable[Counter[str]]) -> Counter[str]:
    """Return the sums of some counts."""
    sums: Counter[str] = Counter()
    for counter in counters:
        sums.update(counter)
    return sums


def format_words(words: Sequence[str], reports: int) -> str:
    """Return the file of the words, with what they are in its first lines."""
    head = HEAD.format(min_reports=MIN_REPORTS, reports=reports, ratio=MIN_JOINED_RATIO)
    comment = textwrap.wrap(head, 100, initial_indent="# ", subsequent_indent="# ")
    return "\n".join([*comment, *words, ""])


def measure(reports: Sequence[ReportLines]) -> str:
    """Return how many line-end hyphens of half of the reports are joined as all reports print them.

    Also return how many there are that no report prints within a line.
    """
    words = frozenset(select_words([report for report in reports if report.is_of_first_half]))
    counts = total(Counter(DocumentWords(r.texts).vocabulary) for r in reports)
    outcomes: Counter[str] = Counter()
    wrong: list[str] = []
    with patch.object(dehyphenation, "field_words", lambda: words):
        for report in reports:
            if report.is_of_first_half:
                continue
            own = DocumentWords(report.texts)
            for first, second in cut_words(report.texts):
                is_kept = own.keeps_hyphen(first, second)
                expected = is_printed_hyphenated(first.casefold(), second.casefold(), counts)
                outcome = "unknown" if expected is None else str(is_kept == expected)
                outcomes[outcome] += 1
                if outcome == "False":
                    wrong.append(f"{first}{'-' if is_kept else ''}{second}")
    known = outcomes["True"] + outcomes["False"]
    return (
        f"{len(words)} words; joined as printed: {outcomes['True']} of {known}, and "
        f"{outcomes['unknown']} that no report prints within a line; otherwise: {', '.join(wrong)}"
    )


def cut_words(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield both parts of each word that a line end cuts, or that its hyphen ends there."""
    for above, below in pairwise(texts):
        tail, head = HYPHENATED_TAIL.search(above), LEADING_COMPOUND.match(below)
        if tail and head and head.group() not in AFTER_SUSPENDED_HYPHEN:
            yield tail[1], head.group()


def is_printed_hyphenated(first: str, second: str, counts: Counter[str]) -> bool | None:
    """Return whether all reports print two parts with a hyphen more often, None where none does."""
    hyphenated, joined = counts[f"{first}-{second}"], counts[first + second]
    return hyphenated >= joined if hyphenated or joined else None


if __name__ == "__main__":
    main()
