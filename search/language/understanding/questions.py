"""Questions: which words of one only ask, as `what do inspectors say about` does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec

from corpus import toml
from corpus.lazy import lazy_property
from search.language.function_words import function_words

Phrases = tuple[tuple[str, ...], ...]
"""Phrases as their words, longest first."""

ERRAND_SENDERS = frozenset({"you", "i"})
ANYONE = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "they", "who"})
MAX_CLOSERS = 3
MAX_FRAME_WORDS = 16  # at the beginning of a question: bounds the time of a long query


class QuestionForms(msgspec.Struct, frozen=True, dict=True):
    """The phrases of `questions.toml`, which says what each list is."""

    openers: Phrases
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
    sayings: Phrases

    @lazy_property
    def asked(self) -> Phrases:
        """Those who are asked: who act, and who tell."""
        return by_length((*self.agents, *self.reporters))

    @lazy_property
    def errands(self) -> Phrases:
        """What is asked of whoever searches: can you find, could you tell me."""
        return by_length((*self.imperatives, *self.commands))


@lru_cache(maxsize=1)
def question_forms() -> QuestionForms:
    """Return the phrases of `questions.toml`."""
    text = files("search.language.understanding").joinpath("questions.toml").read_text("utf-8")
    return QuestionForms(**{name: as_phrases(texts) for name, texts in toml.loads(text).items()})


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """Return the words that a question can begin with: most queries begin with none of them."""
    forms = question_forms()
    beginnings = (forms.openers, forms.interrogatives, forms.errands, forms.asked)
    return frozenset(phrase[0] for phrases in beginnings for phrase in phrases)


def may_ask(word: str) -> bool:
    """Return whether a query that begins with a word, in lower case, may be a question."""
    return word in first_words()


def as_phrases(texts: Sequence[str]) -> Phrases:
    """Return texts as phrases, longest first."""
    return by_length(tuple(text.split()) for text in texts)


def by_length(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    """Return phrases, longest first."""
    return tuple(sorted(phrases, key=len, reverse=True))


def asking_words(words: Sequence[str], more_follows: bool = False) -> frozenset[int]:
    """Return the places of the words, in lower case, that only ask; none where nothing else is
    said in them, and no `more_follows`.
    """
    if not words or not may_ask(words[0]):
        return frozenset()
    frame = frozenset(find_frame(words[:MAX_FRAME_WORDS])) | closing(words)
    is_empty = all(place in frame or word in function_words() for place, word in enumerate(words))
    return frozenset() if is_empty and not more_follows else frame


def find_frame(words: Sequence[str]) -> Iterator[int]:
    """Yield the places of the words at the beginning of a question that only ask."""
    forms = question_forms()
    first = match(words, 0, forms.openers)
    imperative = match(words, first, forms.imperatives)
    yield from range(first + imperative if imperative else 0)
    command = 0 if imperative else match(words, first, forms.commands)
    start = imperative or command or match(words, first, forms.interrogatives)
    at = skip_function_words(words, first + start)
    if not start:  # reports that mention neglect
        if match(words, at + match(words, at, forms.asked), forms.relatives):
            yield from asked_words(words, at)
        return
    if command:
        yield from range(first, first + command if match(words, at, forms.asked) else 0)
    elif errand := match(words, at, forms.errands):  # can you find ...
        after = skip_function_words(words, at + errand)
        if ERRAND_SENDERS.intersection(words[first:at]) or match(words, after, forms.asked):
            yield from range(at, at + errand)
            at = after
    yield from told_words(words, at, words[first:at])
    yield from asked_words(words, at)


def told_words(words: Sequence[str], at: int, before: Sequence[str]) -> Iterator[int]:
    """Yield the places of what is told of a thing: `said about`, or `anyone mentions`."""
    forms = question_forms()
    participle = match(words, at, forms.participles)
    if participle and match(words, at + participle, forms.abouts):
        yield from range(at, at + participle)
    elif ANYONE.intersection(before):
        yield from range(at, at + match(words, at, forms.sayings))


def asked_words(words: Sequence[str], at: int) -> Iterator[int]:
    """Yield the places of those who are asked, and of what they are asked to tell."""
    forms = question_forms()
    after = at + match(words, at, forms.asked)
    if match(words, at, forms.agents) and match(words, after, forms.compounds):
        return
    yield from range(at, after)
    if match(words, at, forms.reporters):
        next_at = skip_function_words(words, after)
        telling = match(words, next_at, forms.tellings)
        yield from range(next_at, next_at + telling)
        # Examples of councils that reduce caseloads, but not: reports about councils.
        agent = next_at + match(words, next_at, forms.agents)
        if not telling and skip_function_words(words, agent) < len(words):
            yield from range(next_at, 0 if match(words, agent, forms.compounds) else agent)


def closing(words: Sequence[str]) -> frozenset[int]:
    """Return the places of the words at the end of a question that only ask: `mentioned`."""
    forms = question_forms()
    end = len(words)
    if match(words, match(words, 0, forms.openers), forms.interrogatives):
        for _ in range(MAX_CLOSERS):
            sizes = (len(phrase) for phrase in forms.closers if ends_with(words, end, phrase))
            end -= next(sizes, 0)
    return frozenset(range(end, len(words)))


def ends_with(words: Sequence[str], end: int, phrase: Sequence[str]) -> bool:
    """Return whether the words up to a place end with a phrase, and have others before it."""
    return end > len(phrase) and tuple(words[end - len(phrase) : end]) == tuple(phrase)


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
