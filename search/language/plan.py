"""The plan of a request: checked, parsed and complete, for an engine to answer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Protocol

import msgspec

from corpus.registry import registry
from index.facets import FACET, FILTER
from search.budget import QUERY_BUDGET, Budget
from search.choices import CHOICES
from search.errors import BadRequest
from search.language.fields import Names
from search.language.forms.compounds import Compounds, looked_up_words
from search.language.forms.typed import typed_words
from search.language.parsed_query import ParsedQuery
from search.language.parser import parse
from search.language.understanding.correction import CollectionNames, correct
from search.language.understanding.query_cache import QueryCache, QueryKey, Understood
from search.language.vocabulary import Vocabulary
from search.model import Correction, Request

MAX_LIMIT = 1000


def no_names(field: str) -> Collection[str]:
    """Return the names that a field has where no collection is known: none."""
    return ()


class CollectionWords(CollectionNames, Protocol):
    """What must be known of a collection to understand a query: an engine knows it."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Wordings that mean the same, with the acronyms that the collection defines."""

    @property
    def query_cache(self) -> QueryCache:
        """The queries that were last understood for the collection."""


class Plan(msgspec.Struct, frozen=True):
    """A request that is known to be valid, its query as `parsed`, and how long it may take.

    Filters, dates, sort order, unit and paging are those of the request. The text that is parsed
    has the `corrections` of misspelt words.
    """

    request: Request
    parsed: ParsedQuery
    budget: Budget = QUERY_BUDGET
    corrections: tuple[Correction, ...] = ()


class PhraseForm(msgspec.Struct, frozen=True):
    """Words one after another: `exact` as written, or in the field `text` their stems."""

    field: str
    words: tuple[str, ...]


class PhrasePlan(msgspec.Struct, frozen=True):
    """A phrase to be looked for word by word under the filters of a valid request.

    `phrase` is its words as typed, in lower case. An occurrence of any of `forms` is one of the
    phrase; `texts` say these in words. `order` is right, left or date. Where there is a plan
    `within`, only paragraphs that it finds count; boilerplate counts where `boilerplate`.
    """

    request: Request
    phrase: str
    forms: tuple[PhraseForm, ...]
    texts: tuple[str, ...]
    order: str
    within: Plan | None = None
    boilerplate: bool = False


def plan_request(
    request: Request, collection: CollectionWords, budget: Budget = QUERY_BUDGET
) -> Plan:
    """Return the plan of a request. Raise BadRequest where a field of it has no such value."""
    check(request, collection.names)
    understood = understand(request.query, request, collection, correct=request.correct)
    return Plan(request, understood.parsed, budget, understood.corrections)


def parse_query(
    text: str, request: Request, collection: CollectionWords, together: bool = False
) -> ParsedQuery:
    """Return a query parsed with the words of a collection, as a request wants it."""
    return understand(text, request, collection, together=together).parsed


def understand(
    text: str,
    request: Request,
    collection: CollectionWords,
    correct: bool = False,
    together: bool = False,
) -> Understood:
    """Return a query parsed with the words of a collection, as a request wants it; where it is to
    `correct` them, with its misspelt words corrected.
    """
    key = QueryKey(text, request.widen, correct, together)
    return collection.query_cache.get(key, lambda: understand_anew(key, collection))


def understand_anew(key: QueryKey, collection: CollectionWords) -> Understood:
    """Return the same, which is not kept."""
    parsed = parse_key(key, key.text, collection)
    if not key.correct:
        return Understood(parsed)
    corrected = correct(parsed, collection)
    if not corrected.corrections:
        return Understood(parsed)
    again = parse_key(key, corrected.text, collection)
    # What could not be understood is named where it was typed.
    again = msgspec.structs.replace(again, diagnostics=parsed.diagnostics)
    return Understood(again, corrected.corrections)


def parse_key(key: QueryKey, text: str, collection: CollectionWords) -> ParsedQuery:
    """Return a text parsed as a key says."""
    vocabulary, compounds = collection.vocabulary, collection.compounds
    return parse(text, collection.names, vocabulary, compounds, key.widen, key.together)


def plan_wording(
    request: Request, collection: CollectionWords, budget: Budget = QUERY_BUDGET
) -> Plan:
    """Return the plan to count a wording: as typed, since another wording is not a use of it, and
    words side by side as one phrase. Raise BadRequest where a field of the request has no such
    value.
    """
    asked = replace(request, widen=False, correct=False)
    check(asked)
    return Plan(asked, parse_query(asked.query, asked, collection, together=True), budget)


def plan_apart(
    request: Request, collection: CollectionWords, budget: Budget = QUERY_BUDGET
) -> Plan:
    """Return the plan to count what has the words of a wording anywhere. Raise BadRequest."""
    return plan_request(apart_request(request), collection, budget)


def apart_request(request: Request) -> Request:
    """Return the search for the words of a wording, anywhere in a paragraph."""
    match = "all" if request.match == "auto" else request.match
    return replace(request, widen=False, correct=False, match=match, start=0)


def plan_phrase(
    request: Request,
    compounds: Compounds,
    order: str,
    inflected: bool,
    names: Names = no_names,
) -> PhrasePlan:
    """Return the plan to find the query of a request as one phrase: as written, or `inflected` in
    any inflection and all forms of its `compounds`. Raise BadRequest.
    """
    check_filters(request, names)
    words = tuple([word for word, *_ in typed_words(request.query)])
    phrases = compounds.phrases(request.query) if inflected else (words,)
    looked_up = map(looked_up_words, phrases) if inflected else [("exact", words)]
    forms = tuple([PhraseForm(*form) for form in looked_up])
    return PhrasePlan(request, " ".join(words), forms, tuple(map(" ".join, phrases)), order)


def check(request: Request, names: Names = no_names) -> None:
    """Raise BadRequest where a field of the request holds what does not exist."""
    for name, parameter in CHOICES.items():
        parameter.check(getattr(request, name))
    for key in request.facets:
        if key not in FACET:
            raise BadRequest(f"there is no facet {key!r}; choose from {', '.join(FACET)}")
    if request.start < 0 or not 0 <= request.limit <= MAX_LIMIT:
        raise BadRequest(f"the start must be 0 or more, and limit from 0 to {MAX_LIMIT}")
    check_filters(request, names)


def check_filters(request: Request, names: Names) -> None:
    """Raise BadRequest where there is no such filter, or where neither the registry nor the
    collection has a value of it.
    """
    for key, values in request.filters.items():
        if key not in FILTER:
            raise BadRequest(f"there is no filter {key!r}; choose from {', '.join(FILTER)}")
        choices = [choice.key for choice in registry().choices.get(key, ())]
        unknown = [value for value in values if choices and value not in choices]
        unknown = [value for value in unknown if value not in names(key)]
        if unknown:
            choose = f"choose from {', '.join(choices)}"
            raise BadRequest(f"the filter {key} has no value {unknown[0]!r}; {choose}")
