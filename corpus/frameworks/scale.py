"""Grade scales: the words that an inspectorate grades with, in order, as scales.toml lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.datafile import DataFile
from corpus.model import Choice

GRADE_TONES = ("strongest", "strong", "weak", "weakest")
"""What grades of different scales are compared and coloured by, from best to worst."""

SCALE_KEYS = ("label", "grades")
GRADE_KEYS = ("rank", "tone", "number", "also")


@dataclass(frozen=True, slots=True)
class Grade(Choice):
    """A grade of a scale: its `key` is its word in lower case, its `label` the word as printed.

    `rank` is 1 for the best of the scale. `number` is the one that reports print beside the word,
    if they do: 6 for the Care Inspectorate's best. `also` are other words printed for it.
    """

    rank: int
    tone: str
    number: int | None = None
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words that are printed for it, in lower case."""
        return (self.key, *self.also)


@dataclass(frozen=True, slots=True, eq=False)
class Scale(Choice):
    """A grade scale, its `grades` from best to worst. It is equal to itself alone."""

    grades: tuple[Grade, ...]

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def find(self, printed: str) -> Grade | None:
        """Return the grade of a word as it is printed, None where the scale has none such."""
        word = " ".join(printed.lower().split())
        return next((grade for grade in self.grades if word in grade.words), None)


def parse_scales(data: DataFile) -> Iterator[Scale]:
    """Yield the scales of a scales.toml. Raise DataError, naming the line of a mistake."""
    for key in data.content:
        data.check_keys(key, SCALE_KEYS)
        table = f"{key}.grades"
        grades = tuple(parse_grade(data, table, word) for word in data.table(table))
        if not grades:
            raise data.mistake(key, "grades", f"is missing; list its words under [{key}.grades]")
        check_order(data, key, grades)
        yield Scale(key, data.needed_text(key, "label"), grades)


def parse_grade(data: DataFile, table: str, word: str) -> Grade:
    """Return the grade that one line of a scale's table gives."""
    if not word.strip() or "." in word:
        raise data.mistake(table, word, "is no grade; write its word without a full stop")
    inner = f"{table}.{word}"
    data.check_keys(inner, GRADE_KEYS)
    rank = data.whole_number(inner, "rank")
    tone = data.choice(inner, "tone", GRADE_TONES)
    if rank is None or tone is None:
        missing = f'write {word!r} = {{rank = 1, tone = "{GRADE_TONES[0]}"}}'
        raise data.mistake(table, word, f"needs a rank, 1 the best, and a tone; {missing}")
    also = tuple(text.lower() for text in data.texts(inner, "also"))
    return Grade(word.lower(), word, rank, tone, data.whole_number(inner, "number"), also)


def check_order(data: DataFile, key: str, grades: tuple[Grade, ...]) -> None:
    """Raise DataError unless grades stand from best to worst, and no word is of two of them."""
    words: set[str] = set()
    rank = tone = 0
    for grade in grades:
        table, place = f"{key}.grades", GRADE_TONES.index(grade.tone)
        if not max(rank, 1) <= grade.rank <= rank + 1 or place < tone:
            raise data.mistake(table, grade.label, "is out of order; list the best first, rank 1")
        if repeated := words.intersection(grade.words):
            cause = f"is a word of two grades ({min(repeated)}); leave it with one of them"
            raise data.mistake(table, grade.label, cause)
        rank, tone = grade.rank, place
        words.update(grade.words)
