"""Names in a query: authorities, regions, inspection frameworks and grades that it means so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec

from corpus import toml
from corpus.frameworks.framework import Framework
from corpus.registry import Registry, registry
from corpus.understanding.authorities import list_names
from index.analysis import WordSpan, terms
from search.language.understanding.dates import DateRange
from search.language.understanding.short_names import short_names
from search.model import Span

Names = Callable[[str], Sequence[str]]
"""From a field to the values that it has in the collection."""

Lexicon = Mapping[tuple[str, ...], tuple[str, str]]
"""The words of each name -> its facet and value."""

NAME_FIELDS = ("authority", "region", "framework")
MAX_NAME_WORDS = 6
IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
PREPOSITION = re.compile(r"\b(?:in|on)\s*$", re.IGNORECASE)


class ScopeWords(msgspec.Struct, frozen=True):
    """The lists of `scopes.toml`, which says what each is."""

    ordinary: frozenset[str]
    qualifiers: frozenset[str]
    dated_things: frozenset[str]
    excluding: frozenset[str]
    excluded: frozenset[str]
    frameworks: Mapping[str, tuple[str, ...]]
    grades: Mapping[str, tuple[str, ...]]


class NamedValue(msgspec.Struct, frozen=True):
    """A value of a facet at a span of the query; `field` is empty for the name of an authority that
    the collection does not have.
    """

    span: Span
    field: str
    value: str


def find_names(
    text: str, query_words: Sequence[WordSpan], dates: DateRange | None, names: Names
) -> Iterator[NamedValue]:
    """Yield the names in a text, the longest at each place."""
    authorities, regions, frameworks = (tuple(names(field)) for field in NAME_FIELDS)
    lexicon = name_lexicon(authorities, regions, frameworks, registry())
    at = 0
    while at < len(query_words):
        size, field, value = longest_name(lexicon, query_words, at)
        if size and is_meant(text, query_words, at, size, dates):
            span = Span(query_words[at].start, query_words[at + size - 1].end)
            yield NamedValue(span, field, value)
        at += size or 1


def longest_name(
    lexicon: Lexicon, query_words: Sequence[WordSpan], at: int
) -> tuple[int, str, str]:
    """Return the number of words of the longest name at a place (0: none), its field and value."""
    texts = [word.text.removesuffix("'s") for word in query_words[at : at + MAX_NAME_WORDS]]
    for size in range(len(texts), 0, -1):
        if named := lexicon.get(tuple(texts[:size])):
            return size, *named
    return 0, "", ""


def is_meant(
    text: str, query_words: Sequence[WordSpan], at: int, size: int, dates: DateRange | None
) -> bool:
    """Return whether a name at a place is meant as one: it is not part of a longer name, and no
    ordinary word.
    """
    scope_words = load_scope_words()
    if at and query_words[at - 1].text in scope_words.qualifiers:
        return False
    if (
        at + size < len(query_words) and query_words[at + size].text == "borough"
    ):  # London Borough of Brent
        return False
    word = query_words[at]
    if size > 1 or word.text not in scope_words.ordinary:
        return True
    is_dated = dates is not None and dates.span.start >= word.end
    is_before_date = is_dated and not text[word.end : dates.span.start].strip()  # type: ignore[union-attr]
    if text[word.start].isupper():
        return at > 0 or is_before_date or len(query_words) == 1
    return is_before_date and bool(PREPOSITION.search(text[: word.start]))


def find_grade(
    query_words: Sequence[WordSpan], cut: Sequence[Span], grades: Iterable[str]
) -> NamedValue | None:
    """Return which of the `grades` of a collection a query means as one, without what was cut from
    it; None for none.
    """
    left = [word for word in query_words if not any(is_within(word, span) for span in cut)]
    texts = [word.text for word in left]
    lists = load_scope_words().grades
    for grade in grades:
        typed = grade.split()
        for at in range(len(texts) - len(typed) + 1):
            after = at + len(typed)
            if texts[at:after] != typed or (at and texts[at - 1] == "not"):
                continue
            is_judged = at > 0 and texts[at - 1] in lists["judged"]
            noun = following(texts, after, lists["graded"])
            is_first = at == 0 and grade in lists["first"]
            if is_judged or noun or is_first or len(texts) == len(typed):
                first, last = left[at - is_judged], left[after + noun - 1]
                return NamedValue(Span(first.start, last.end), "grade", grade)
    return None


def following(texts: Sequence[str], at: int, phrases: Iterable[str]) -> int:
    """Return the number of words of the phrase that stands at a place, 0 for none."""
    sizes = (len(p.split()) for p in phrases if texts[at : at + len(p.split())] == p.split())
    return max(sizes, default=0)


def is_within(word: WordSpan, span: Span) -> bool:
    """Return whether a word lies in a span."""
    return span.start <= word.start and word.end <= span.end


def list_framework_names(key: str, known: Mapping[str, Framework]) -> list[str]:
    """Return what a query may call a framework: as `scopes.toml` lists it, else as its file does.

    A name that another of the frameworks `known` has too tells neither.
    """
    if listed := load_scope_words().frameworks.get(key):
        return list(listed)
    if key not in known or known[key].is_fallback:
        return []
    others = {name for other in known if other != key for name in names_in_file(known[other])}
    return [name for name in names_in_file(known[key]) if name not in others]


def names_in_file(framework: Framework) -> Iterator[str]:
    """Yield what the file of a framework calls it and its inspections.

    A label with brackets needs them to be told from what is no name: Child protection (2012-13).
    A key of one word counts where it abbreviates the label; any other may be an ordinary word.
    """
    key, label = framework.key, framework.label
    initials = "".join(word[0] for word in IN_BRACKETS.sub("", label).split() if word[0].isupper())
    is_phrase = "-" in key and not any(map(str.isdigit, key))  # else its year is that of a date
    if is_phrase or key.upper() in (initials, *re.findall(r"\w+", label)):
        yield key
    if "(" not in label:
        yield label
    if framework.inspection:
        yield framework.inspection


@lru_cache(maxsize=8)
def name_lexicon(
    authorities: tuple[str, ...],
    regions: tuple[str, ...],
    frameworks: tuple[str, ...],
    known: Registry,
) -> Lexicon:
    """Return the words of each name -> its facet and value; for a name of an authority that the
    collection does not have, no facet, since its words are not those of another one.

    `frameworks` are the keys of the collection's, `known` the frameworks that there are.
    """
    lexicon: dict[tuple[str, ...], tuple[str, str]] = {}
    for short, name in short_names().items():
        add_name(lexicon, short, ("authority" if name in authorities else "", name))
    for name, listed in list_names():
        has_it = listed.name in authorities
        add_name(lexicon, name, ("authority" if has_it else "", listed.name))
    for region in regions:
        add_name(lexicon, region, ("region", region))
    for framework in frameworks:
        for text in list_framework_names(framework, known.framework):
            add_name(lexicon, text, ("framework", framework))
    for name in authorities:
        add_name(lexicon, name, ("authority", name))
    return lexicon


def add_name(
    lexicon: dict[tuple[str, ...], tuple[str, str]], name: str, named: tuple[str, str]
) -> None:
    """Add a name as its words, and without `and`, for which people type a sign."""
    key = tuple(terms(name))
    lexicon[key] = named
    lexicon.setdefault(tuple(word for word in key if word != "and"), named)


@lru_cache(maxsize=1)
def listed_words() -> frozenset[str]:
    """Return the words of all names of all listed authorities, in lower case, also of short ones,
    and the towns that counties are named after: Hereford of Herefordshire.
    """
    listed = (*(name for name, _ in list_names()), *short_names())
    names = {word for name in listed for word in terms(name)}
    return frozenset((*names, *(name.removesuffix("shire") for name in names)))


@lru_cache(maxsize=1)
def load_scope_words() -> ScopeWords:
    """Return the lists of `scopes.toml`."""
    text = files("search.language.understanding").joinpath("scopes.toml").read_text("utf-8")
    return msgspec.convert(toml.loads(text), ScopeWords)
