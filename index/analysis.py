"""Text analysis: text to words and stems, the same way for indexing, queries and highlighting.

A word is a run of letters and digits in lower case, with the apostrophes inside it: `children's`
and `children’s` are the same word. Hyphens separate words, so that `multi-agency` and `multi
agency` are both the words multi, agency. No stop words are dropped: `not`, `yet` and `too` carry
the judgement.

A number is one word with its decimal point, without the commas of its thousands (`1,200`, `12.5`);
so are initials without their dots (`U.K.`), and `16+` is the words 16, plus. Typography makes no
other word: ligatures, full-width and decomposed letters are the letters that they show, and what
is invisible, such as a soft hyphen, is not there (`corpus.characters`). Raised and circled digits,
the marks of notes, are no part of a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from nltk.stem.snowball import SnowballStemmer

from corpus.characters import EN_DASH, INVISIBLE, TYPOGRAPHY, caseless

NOTE_MARKS = "¹²³\u2070-\u2079①-⒛⓪-⓿❶-➓"
COMBINING_MARKS = "".join(
    char for char in map(chr, range(0x300, 0x10000)) if unicodedata.category(char) in ("Mn", "Mc")
)


class Script(NamedTuple):
    """Parts of the pattern of a word: a `letter` or digit, several `letters` with what may stand
    among them, and what may stand `unseen` around an apostrophe or hyphen.
    """

    letter: str
    letters: str
    unseen: str


ASCII = Script("[a-z0-9]", "[a-z0-9]+", "")
LETTER, UNSEEN = rf"[^\W_{NOTE_MARKS}]", rf"[{INVISIBLE}]*"
ANY = Script(
    LETTER, rf"{LETTER}(?:{LETTER}|[{COMBINING_MARKS}]|[{INVISIBLE}]+(?={LETTER}))*", UNSEEN
)


class Patterns:
    """The patterns of a kind of folded text: a `word`; a word that may be `hyphenated`, with the
    hyphen that joins it to the next; and the `splitter` into what is between words, and words.
    """

    def __init__(self, script: Script, word: str) -> None:
        letter, letters, unseen = script
        word = rf"(?:{word})(?:{unseen}'{unseen}{letters})*"
        self.word = re.compile(word)
        self.hyphenated = re.compile(rf"{word}(?:{unseen}-(?={unseen}{letter}))?")
        self.splitter = re.compile(f"({word})")


def word_or_number(script: Script) -> str:
    """Return the pattern of a number, of initials, of a word without apostrophes, or of the
    plus of `16+`.
    """
    letter, letters, _ = script
    thousands = r"(?:,[0-9]{3})+(?![0-9]|,[0-9])(?:\.[0-9]+)?"
    decimals = r"\.[0-9]+(?![0-9]|\.[0-9])"  # not in 31.03.2019
    number = rf"(?<![0-9][.,])[0-9]{{1,3}}(?:{thousands}|{decimals}){letter}*"
    initials = rf"(?<!{letter}\.)[a-z](?:\.[a-z])+(?!\.?{letter})"
    plus = rf"(?<=[0-9])\+(?![+']|{letter})"
    return rf"{number}|{initials}|{letters}|{plus}"


PATTERNS = Patterns(ANY, word_or_number(ANY))
ASCII_PATTERNS = Patterns(ASCII, word_or_number(ASCII))
# The same for text without numbers of several parts and initials, as most is: in half the time.
PLAIN_PATTERNS = Patterns(ASCII, ASCII.letters)
# The shape of a text has an a for each letter and digit, and a point for each comma.
SHAPE = bytes.maketrans(b"abcdefghijklmnopqrstuvwxyz0123456789,", b"a" * 36 + b".")
MAX_CACHED_WORDS = 1 << 12
MAX_CACHED_STEMS = 1 << 15  # more than the words of most collections: 5 MB
# Snowball stems `timely` and `likely` as inflections of `time` and `like`.
OWN_STEMS = {"timely": "timeli", "untimely": "untimeli", "likely": "likeli", "unlikely": "unlikeli"}
# Snowball knows no irregular inflections: those that reports use, by the word they belong to.
IRREGULAR_FORMS = {
    "analysis": "analyses",
    "bring": "brought",
    "begin": "began begun",
    "build": "built",
    "child": "children children's childrens",
    "choose": "chose chosen",
    "crisis": "crises",
    "diagnose": "diagnosis diagnoses",
    "draw": "drew drawn",
    "fall": "fell fallen",
    "feel": "felt",
    "find": "found",
    "give": "gave given",
    "grow": "grew grown",
    "hear": "heard",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lead": "led",
    "leave": "left",
    "lose": "lost",
    "make": "made",
    "man": "men mens",
    "meet": "met",
    "run": "ran",
    "see": "saw seen",
    "seek": "sought",
    "send": "sent",
    "speak": "spoke spoken",
    "take": "took taken",
    "teach": "taught",
    "tell": "told",
    "understand": "understood",
    "woman": "women womens",
    "write": "wrote written",
}

# Letters that Unicode does not take apart.
STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})

_snowball = SnowballStemmer("english").stem
_own_stems = OWN_STEMS | {
    form: _snowball(word) for word, forms in IRREGULAR_FORMS.items() for form in forms.split()
}


class WordSpan(NamedTuple):
    """A word as the index holds it, and the characters that it came from, `start` up to `end`."""

    text: str
    start: int
    end: int


def with_lead(lead: str | None, text: str) -> str:
    """Return the text of an item of a list as it is searched: what leads into it, then its own.

    No word goes over the end of a line.
    """
    return f"{lead}\n{text}" if lead else text


def fold(text: str) -> str:
    """Return `text` in lower case without typography, of the same length."""
    straight = text if text.isascii() else text.replace("’", "'").replace("‘", "'")
    straight = straight.replace(EN_DASH, "-").replace("`", "'")
    if straight.isascii():
        return straight.lower()
    straight = straight.translate(TYPOGRAPHY)
    lower = straight.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in straight)


def patterns_of(folded: str) -> Patterns:
    """Return the patterns that find the words of a folded text, the fastest that do."""
    if not folded.isascii():
        return PATTERNS
    has_parts = "+" in folded or b"a.a" in folded.encode().translate(SHAPE)
    return ASCII_PATTERNS if has_parts else PLAIN_PATTERNS


def terms(text: str) -> list[str]:
    """Return the words of `text` in order, as the field `exact` holds them."""
    folded = fold(text)
    patterns = patterns_of(folded)
    texts = patterns.word.findall(folded)
    return texts if patterns is PLAIN_PATTERNS else list(map(word_of, texts))


def matches(text: str) -> list[str]:
    """Return what stands for each word of `text`, in order, for `word_of`: much text has few
    different matches, each of which is made a word once. A hyphen at the end of a match joins its
    word to the next.
    """
    folded = fold(text)
    patterns = patterns_of(folded)
    return (patterns.hyphenated if "-" in folded else patterns.word).findall(folded)


def words(text: str) -> list[WordSpan]:
    """Return the words of `text` in order, each with its place in `text`."""
    texts, edges = split(text)
    return list(map(WordSpan._make, zip(texts, edges[::2], edges[1::2], strict=False)))


def split(text: str) -> tuple[list[str], list[int]]:
    """Return the words of `text` in order, and their edges: word k is the characters from
    `edges[2 * k]` up to `edges[2 * k + 1]`; one more edge is the end of the text.
    """
    folded = fold(text)
    patterns = patterns_of(folded)
    parts = patterns.splitter.split(folded)
    edges = list(accumulate(map(len, parts)))
    return (parts[1::2] if patterns is PLAIN_PATTERNS else list(map(word_of, parts[1::2]))), edges


@lru_cache(maxsize=MAX_CACHED_WORDS)
def word_of(match: str) -> str:
    """Return the word that a match in folded text is."""
    word = caseless(match.removesuffix("-"))
    if word == "+":
        return "plus"
    if not word.isascii():
        word = "".join(drop_loose_marks(word.replace("ı", "i")))
    word = word.replace(",", "")
    return word if word[0].isdigit() else word.replace(".", "")


def drop_loose_marks(word: str) -> Iterator[str]:
    """Yield the characters of a composed word, without marks on letters that never have them."""
    before = ""
    for char in word:
        if char.isalnum():
            before = char
        elif unicodedata.combining(char) and before.isascii():
            continue
        yield char


@lru_cache(maxsize=MAX_CACHED_STEMS)
def stem(word: str) -> str:
    """Return the stem of a lower-case word, as the field `text` holds it (Snowball English).

    Accents are left out: `café` and `cafe` have one stem.
    """
    if not word.isascii():
        word = without_accents(word)
    return _own_stems.get(word) or _snowball(word) or word


def without_accents(word: str) -> str:
    """Return a word with each letter that has an accent or a stroke as the letter without it."""
    marked = unicodedata.normalize("NFKD", word.translate(STROKES))
    letters = "".join(char for char in marked if not unicodedata.combining(char))
    return letters if letters.isascii() else word
