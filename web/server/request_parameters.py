"""Check the query string of each request against what its address takes and the collection has.

Pages leave out what is wrong and say so in a notice. Programs are refused: the API, exports and
feeds answer 400, since a file or a record from which a filter was left out would look as if it
had been applied. So it is with a field typed in the query: a search says itself what it left
out, all other answers are refused, or have a notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from flask import Flask, g, request
from werkzeug.exceptions import RequestURITooLarge

from search.choices import ORDER, THEME_BY
from search.errors import BadRequest
from search.filter_values import check_values
from search.followup.comparison.side_by_side import SHOW
from search.groups import GroupProblem, absent_group, resolve_group
from search.language.parser import MAX_QUERY_CHARACTERS
from search.model import Diagnostic, Group, Request
from search.typed_fields import dropped_fields, fields_in_phrase
from web import address
from web.address import FACET_KEYS, QUESTION
from web.parameters import ParameterParser, ParameterProblem, shorten, unknown_parameters
from web.server.request_engine import engine
from web.settings import Value

CONCORDANCE = (*QUESTION, ORDER.name, "inflected", "within", "boilerplate")
# A paragraph is asked for, not a query.
LIKE = (*FACET_KEYS, address.GROUP, THEME_BY.name, "since", "until", "withdrawn")
# What each page and each address of the API takes; all others take nothing.
PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "pages.search": QUESTION,
    "pages.collection": ("page",),
    "doubts.listing": ("kind", "page"),
    "exports.table": QUESTION,
    "exports.ris": QUESTION,
    "feeds.atom": QUESTION,
    "reports.report": ("q", "page"),
    "authorities.listing": ("region", "letter", "page"),
    "authorities.authority": ("page",),
    "authorities.by_name": ("name", "page"),
    "peers.page": QUESTION,
    "recommendations.listing": ("page",),
    "recommendations.listing_by_name": ("name", "page"),
    "side_by_side.reports": (SHOW.name, "page"),
    "wording.concordance": (*CONCORDANCE, "as"),
    "wording.profile": QUESTION,
    "wording.compare": (*QUESTION, "other"),
    "wording.distinctive": QUESTION,
    "wording_grades.grades": QUESTION,
    "wording_timeline.timeline": QUESTION,
    "wording.like": LIKE,
    "api.search": QUESTION,
    "api.reports": ("size", "page"),
    "api.report": ("page",),
    "api.authorities": ("size", "page"),
    "api.authority": ("size", "page"),
    "api.recommendations": ("size", "page"),
    "api.like": LIKE,
    "api.peers": QUESTION,
    "api.side_by_side": (SHOW.name, "size", "page"),
    "api.concordance": CONCORDANCE,
    "api.profile": QUESTION,
    "api.compare": (*QUESTION, "other"),
    "api.distinctive": QUESTION,
    "api.grades": QUESTION,
    "api.timeline": QUESTION,
}
# What is not ours, and what supervisors ask, may be given anything.
UNCHECKED = (None, "static", "bootstrap.static", "watch.health", "watch.ready", "watch.metrics")
STRICT_BLUEPRINTS = ("api", "exports", "feeds", "workbooks")
QUERIES = ("q", "other")  # the parameters that are queries
# Of these the answer itself says what it left out of the query.
WITH_DIAGNOSTICS = ("pages.search", "api.search")
OF_PHRASES = ("wording.concordance", "api.concordance")
MAX_NOTICES = 10  # of one page


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Check the length of each address, and the names of its parameters, before it is answered."""
    app.before_request(check_length)
    app.before_request(check_names)


def check_length() -> None:
    """Raise RequestURITooLarge or BadRequest where the query string is longer, or has more values,
    than a page could repeat in its links.
    """
    if len(request.query_string) > address.MAX_ADDRESS_CHARACTERS:
        raise RequestURITooLarge
    count = sum(bool(value) for _, value in request.args.items(multi=True))
    if count > address.MAX_VALUES:
        raise BadRequest(f"The address has {count:,} values; it may have {address.MAX_VALUES}.")


def check_names() -> None:
    """Note each parameter that this address does not take. Raise BadRequest for programs."""
    if request.endpoint not in UNCHECKED:
        taken = PARAMETERS.get(request.endpoint or "", ())
        note(unknown_parameters(request.args.items(multi=True), taken))


def has_parameters() -> bool:
    """Return whether the address has any parameter but those that trackers add."""
    return any(unknown_parameters(request.args.items(), ()))


def is_strict() -> bool:
    """Return whether a program asks, which must not be answered as if it had asked otherwise."""
    is_export = request.endpoint == "wording.concordance" and request.args.get("as") == "csv"
    return is_export or request.blueprint in STRICT_BLUEPRINTS


def note(problems: Iterable[ParameterProblem]) -> None:
    """Have the page say what was left out. Raise BadRequest where a program asks."""
    for problem in problems:
        if is_strict():
            raise BadRequest(problem.refusal)
        say([problem.message if problem.message.endswith("?") else f"{problem.message}."])


def say(sentences: Iterable[str]) -> None:
    """Have the page show the sentences, each once."""
    g.notices = g.get("notices", {}) | dict.fromkeys(sentences)


def notices() -> list[str]:
    """Return what the page of this request has to say about its address, for the template."""
    sentences = list[str](g.get("notices", ()))
    more = len(sentences) - MAX_NOTICES
    rest = [f"{more} more values were left out."] if more > 0 else []
    return sentences[:MAX_NOTICES] + rest


@contextmanager
def parameters() -> Iterator[ParameterParser]:
    """Yield a parser of this request's parameters, and note at the end what was wrong."""
    parser = ParameterParser(request.args, [])
    yield parser
    note(parser.problems)


def question(facets: tuple[str, ...] = FACET_KEYS) -> Request:
    """Return the Request that this address asks, with values that exist.

    Where a program asks, raise BadRequest for the first wrong parameter; else what is wrong is
    left out and noted. Raise RequestURITooLarge where its links would be too long.
    """
    parsed = address.parse_request(request.args, facets)
    checked = check_values(parsed.request.filters, engine().names)
    asked = replace(parsed.request, filters=checked.filters)
    unknown = [
        ParameterProblem(value.key, value.value, value.expected) for value in checked.unknown
    ]
    note((*parsed.problems, *unknown))
    asked = replace(asked, group=asked_group(parsed.group))
    say(checked.absences)
    if asked.since and asked.until and asked.since > asked.until:
        refuse_dates(asked.since, asked.until)
        asked = replace(asked, since=None, until=None)
    if request.endpoint not in WITH_DIAGNOSTICS:
        check_typed_fields(asked)
    if len(urlencode(address.query_pairs(asked))) > address.MAX_LINK_CHARACTERS:
        raise RequestURITooLarge
    return asked


def asked_group(typed: str) -> Group | None:
    """Return the group of authorities that an address asks for. Raise BadRequest where a program
    asks for one that there is not; a page says so and leaves it out.
    """
    group = resolve_group(typed, engine()) if typed else None
    if isinstance(group, GroupProblem):
        note([ParameterProblem(address.GROUP, typed, group.expected)])
        return None
    if group and (absence := absent_group(group, engine())):
        say([absence])
    return group


def check_typed_fields(asked: Request) -> None:
    """Have the page say which fields of its queries it does not apply. Raise BadRequest where a
    program asks.
    """
    for name in QUERIES:
        typed = request.args.get(name, "")[:MAX_QUERY_CHARACTERS]
        for problem in typed_fields(replace(asked, query=typed)):
            if is_strict():
                field = shorten(typed[problem.span.start : problem.span.end])
                raise BadRequest(f"“{field}” in the parameter {name} is wrong: {problem.message}")
            say([problem.message])


def typed_fields(asked: Request) -> Iterator[Diagnostic]:
    """Return what to say of the fields of a query that the answer of this address leaves out."""
    if request.endpoint in OF_PHRASES:
        return fields_in_phrase(asked.query)
    return dropped_fields(asked, engine())


def refuse_dates(since: date, until: date) -> None:
    """Have the page say that a first day after the last was left out, with it. Raise BadRequest
    where a program asks.
    """
    if is_strict():
        note([ParameterProblem("since", str(since), f"is later than until, {until}")])
    say([f"The parameter since, {since}, is later than until, {until}; both were left out."])
