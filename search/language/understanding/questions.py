"""Questions: which words of one only ask, as `what do inspectors say about` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec

from corpus import toml
from search.language.function_words import function_words

Phrases = tuple[tuple[str, ...], ...]
"""Phrases as their words, longest first."""

MAX_FRAME_WORDS = 16  # at the beginning of a question: bounds the time of a long query


class QuestionForms(msgspec.Struct, frozen=True):
    """The phrases of `questions.toml`, which says what each list is."""

    interrogatives: Phrases
    imperatives: Phrases
    commands: Phrases
    agents: Phrases
    compounds: Phrases
    reporters: Phrases
    tellings: Phrases
    participles: Phrases
    abouts: Phrases
    closers: Phrases
    relatives: Phrases

    @property
    def asked(self) -> Phrases:
        """Those who are asked: who act, and who tell."""
        return (*self.agents, *self.reporters)


@lru_cache(maxsize=1)
def question_forms() -> QuestionForms:
    """Return the phrases of `questions.toml`."""
    text = files("search.language.understanding").joinpath("questions.toml").read_text("utf-8")
    return QuestionForms(**{name: as_phrases(texts) for name, texts in toml.loads(text).items()})


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """Return the words that a question can begin with: most queries begin with none of them."""
    forms = question_forms()
    beginnings = (forms.interrogatives, forms.imperatives, forms.commands, forms.asked)
    return frozenset(phrase[0] for phrases in beginnings for phrase in phrases)


def as_phrases(texts: Sequence[str]) -> Phrases:
    """Return texts as phrases, longest first."""
    return tuple(sorted((tuple(text.split()) for text in texts), key=len, reverse=True))


def asking_words(words: Sequence[str], more_follows: bool = False) -> frozenset[int]:
    """Return the places of the words, in lower case, that only ask; none where nothing else is
    said in them, and no `more_follows`.
    """
    if not words or words[0] not in first_words():
        return frozenset()
    frame = frozenset(find_frame(words[:MAX_FRAME_WORDS])) | closing(words)
    is_empty = all(place in frame or word in function_words() for place, word in enumerate(words))
    return frozenset() if is_empty and not more_follows else frame


def find_frame(words: Sequence[str]) -> Iterator[int]:
    """Yield the places of the words at the beginning of a question that only ask."""
    forms = question_forms()
    start = match(words, 0, forms.imperatives)
    yield from range(start)
    start = start or match(words, 0, forms.interrogatives) or match(words, 0, forms.commands)
    at = skip_function_words(words, start)
    asked = match(words, at, forms.asked)
    if not start:  # reports that mention neglect
        is_asking = asked and match(words, asked, forms.relatives)
    elif match(words, 0, forms.commands):
        yield from range(start if asked else 0)
        is_asking = asked
    else:
        participle = match(words, at, forms.participles)
        if participle and match(words, at + participle, forms.abouts):
            yield from range(at, at + participle)
        is_asking = asked
    after = at + asked
    if is_asking and not (match(words, at, forms.agents) and match(words, after, forms.compounds)):
        yield from range(at, after)
        if match(words, at, forms.reporters):
            telling = skip_function_words(words, after)
            yield from range(telling, telling + match(words, telling, forms.tellings))


def closing(words: Sequence[str]) -> frozenset[int]:
    """Return the places of the words at the end of a question that only ask: `mentioned`."""
    forms = question_forms()
    if match(words, 0, forms.interrogatives):
        for phrase in forms.closers:
            if len(words) > len(phrase) and tuple(words[-len(phrase) :]) == phrase:
                return frozenset(range(len(words) - len(phrase), len(words)))
    return frozenset()


def match(words: Sequence[str], at: int, phrases: Phrases) -> int:
    """Return how many words from a place on are the longest of some phrases, 0 for none."""
    for phrase in phrases:
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def skip_function_words(words: Sequence[str], at: int) -> int:
    """Return the first place from `at` on of a word that is no function word."""
    while at < len(words) and words[at] in function_words():
        at += 1
    return at
