"""What the benchmark searches and asks: real paragraphs multiplied with changed words, 60 queries."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus import contract
from corpus.model import Report, Source
from corpus.reading import find, read_all
from index.analysis import terms
from search.language.function_words import function_words

FACETS = ("theme", "grade", "framework", "area", "authority", "year")
CHANGED = 0.2  # of the words of a copy are others of the collection, drawn by how common they are
INVENTED = 0.01  # of them are new words, so that the vocabulary grows as that of real text does


def reports(folder: Path, cache: Path) -> list[Report]:
    """Returns the reports of the files in `folder`, read once and kept in `cache`."""
    if not cache.exists():
        read = [report for report in read_all(list(find([folder]))) if isinstance(report, Report)]
        lines = (json.dumps(contract.to_json(report)) + "\n" for report in read)
        cache.write_text("".join(lines), "utf-8")
    with cache.open(encoding="utf-8") as lines:
        return [contract.from_json(json.loads(line)) for line in lines]


def multiplied(real: list[Report], size: int) -> Iterator[Report]:
    """Yields reports of `size` paragraphs together: the real ones, then changed copies of them."""
    chance = random.Random(size)
    counts = Counter(word for one in real for p in one.paragraphs for word in p.text.split())
    drawn = iter(chance.choices(list(counts), list(counts.values()), k=size * 20))
    left, copy = size, 0
    while left > 0:
        for report in real:
            made = changed(report, copy, drawn, chance) if copy else report
            made = replace(made, paragraphs=made.paragraphs[:left])
            left -= len(made.paragraphs)
            if made.paragraphs:
                yield made
        copy += 1


def changed(report: Report, copy: int, drawn: Iterator[str], chance: random.Random) -> Report:
    """Returns a copy of a report with other words, another year and an id of its own."""
    name = f"{report.id}-{copy}"
    dated = report.dated and report.dated.replace(year=2009 + chance.randrange(16), day=1)
    return replace(
        report,
        id=name,
        published=dated,
        source=Source(f"{name}.pdf", name, report.source.pages),
        paragraphs=tuple(
            replace(
                p,
                id=f"{name}/{p.id.rpartition('/')[2]}",
                text=" ".join(other(word, drawn, chance) for word in p.text.split(" ")),
            )
            for p in report.paragraphs
        ),
    )


def other(word: str, drawn: Iterator[str], chance: random.Random) -> str:
    """Returns the word, or sometimes another one."""
    dice = chance.random()
    if dice > CHANGED or not word:
        return word
    return f"{word}{chance.randrange(1000)}" if dice < CHANGED * INVENTED else next(drawn, word)


@dataclass(frozen=True, slots=True)
class Asked:
    """One query: `kind` is all, phrase, either, not or prefix; `filters` are ours."""

    kind: str
    words: tuple[str, ...]
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The query as a person types it."""
        first, *rest = self.words
        return {
            "all": " ".join(self.words),
            "phrase": f'"{" ".join(self.words)}"',
            "either": " OR ".join(self.words),
            "not": f"{first} -{' -'.join(rest)}",
            "prefix": f"{first}*",
        }[self.kind]


def weighty(word: str) -> bool:
    """Returns whether a word is asked for outside quotes: we do not require function words."""
    return len(word) > 3 and word not in function_words()


def queries(real: list[Report]) -> list[Asked]:
    """Returns 60 queries of all kinds, their words drawn from real paragraphs, always the same."""
    chance = random.Random(60)
    texts = [[w for w in terms(p.text) if w.isalpha()] for r in real for p in r.paragraphs]
    texts = [words for words in texts if len(words) > 20]
    counts = Counter(word for words in texts for word in words)
    ranks = [word for word, _ in counts.most_common() if weighty(word)]
    common, usual, rare = ranks[:40], ranks[200:1200], ranks[3000:6000]

    def together(count: int) -> tuple[str, ...]:
        words = list(dict.fromkeys(word for word in chance.choice(texts) if weighty(word)))
        return tuple(chance.sample(words, min(count, len(words))))

    def run(count: int) -> tuple[str, ...]:
        words = chance.choice(texts)
        start = chance.randrange(len(words) - count)
        return tuple(words[start : start + count])

    found = [Asked("all", (word,)) for word in chance.sample(common, 4)]
    found += [Asked("all", (word,)) for word in chance.sample(usual, 4) + chance.sample(rare, 4)]
    found += [Asked("all", together(count)) for count in (2, 3, 4, 5, 6) for _ in range(3)]
    found += [Asked("all", tuple(chance.sample(common, 3))) for _ in range(3)]
    found += [Asked("phrase", run(count)) for count in (2, 2, 2, 3, 3, 3, 4, 4)]
    found += [Asked("either", together(count)) for count in (2, 2, 3, 3, 4, 4)]
    found += [Asked("not", (one, two)) for one, two in zip(usual[:4], common, strict=False)]
    found += [Asked("prefix", (word[:5],)) for word in chance.sample(usual, 4)]
    filters = ({"grade": ("good",)}, {"theme": ("health",)}, {"framework": ("ilacs",)})
    wide = ({"grade": ("good", "outstanding"), "theme": ("safeguarding",)},)
    found += [Asked("all", together(2), one) for one in (*filters, *wide)]
    found += [
        Asked("all", (word,), one) for word, one in zip(common, (*filters, *wide), strict=False)
    ]
    return found[:60]
