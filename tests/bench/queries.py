"""The 60 queries that are asked: words, phrases, OR, NOT, prefixes and filters."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.model import Report
from index.analysis import terms
from search.language.function_words import function_words

COUNTED_FACETS = ("theme", "grade", "framework", "area", "authority", "year")
QUERIES = 60
FILTERS: tuple[dict[str, tuple[str, ...]], ...] = (
    {"grade": ("good",)},
    {"theme": ("health",)},
    {"framework": ("ilacs",)},
    {"grade": ("good", "outstanding"), "theme": ("safeguarding",)},
)
MIN_TEXT_WORDS = 20  # words are drawn from paragraphs that have more


@dataclass(frozen=True, slots=True)
class BenchQuery:
    """One query: `kind` is all, phrase, either, not or prefix; `filters` are values by facet."""

    kind: str
    words: tuple[str, ...]
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The query as a person types it."""
        first, *others = self.words
        return {
            "all": " ".join(self.words),
            "phrase": f'"{" ".join(self.words)}"',
            "either": " OR ".join(self.words),
            "not": f"{first} -{' -'.join(others)}",
            "prefix": f"{first}*",
        }[self.kind]


def is_content_word(word: str) -> bool:
    """Return whether a word is required outside quotes: function words are not, here."""
    return len(word) > 3 and word not in function_words()


def draw_queries(reports: Sequence[Report]) -> list[BenchQuery]:
    """Return queries of all kinds with words of the reports' paragraphs: the same ones every time."""
    chance = random.Random(QUERIES)
    paragraphs = (paragraph for report in reports for paragraph in report.paragraphs)
    texts = [[word for word in terms(item.text) if word.isalpha()] for item in paragraphs]
    texts = [words for words in texts if len(words) > MIN_TEXT_WORDS]
    counts = Counter(word for words in texts for word in words)
    ranks = [word for word, _ in counts.most_common() if is_content_word(word)]
    common, usual, rare = ranks[:40], ranks[200:1200], ranks[3000:6000]

    def words_of_one_text(count: int) -> tuple[str, ...]:
        words = list(dict.fromkeys(word for word in chance.choice(texts) if is_content_word(word)))
        return tuple(chance.sample(words, min(count, len(words))))

    def run_of_words(count: int) -> tuple[str, ...]:
        words = chance.choice(texts)
        start = chance.randrange(len(words) - count)
        return tuple(words[start : start + count])

    queries = [BenchQuery("all", (word,)) for word in chance.sample(common, 4)]
    single = chance.sample(usual, 4) + chance.sample(rare, 4)
    queries += [BenchQuery("all", (word,)) for word in single]
    queries += [BenchQuery("all", words_of_one_text(n)) for n in (2, 3, 4, 5, 6) for _ in range(3)]
    queries += [BenchQuery("all", tuple(chance.sample(common, 3))) for _ in range(3)]
    queries += [BenchQuery("phrase", run_of_words(n)) for n in (2, 2, 2, 3, 3, 3, 4, 4)]
    queries += [BenchQuery("either", words_of_one_text(n)) for n in (2, 2, 3, 3, 4, 4)]
    queries += [BenchQuery("not", pair) for pair in zip(usual[:4], common, strict=False)]
    queries += [BenchQuery("prefix", (word[:5],)) for word in chance.sample(usual, 4)]
    queries += [BenchQuery("all", words_of_one_text(2), filters) for filters in FILTERS]
    queries += [
        BenchQuery("all", (word,), filters) for word, filters in zip(common, FILTERS, strict=False)
    ]
    return queries[:QUERIES]
