"""Names and dates of a query, offered as filters: only reports on Kent, since 2020."""

from __future__ import annotations

from dataclasses import replace

from search.language.plan import Plan
from search.language.understanding.scopes import Scope, date_in_words, find_scopes, without_date
from search.model import Request, RequestOffer
from search.present.suggestions.counting import Counting


def scoped_requests(counting: Counting, plan: Plan) -> tuple[RequestOffer, ...]:
    """Return the request with the names and dates of its query as filters, in the ways that find
    something; where none does, those with its names alone, which say that the date leaves nothing.
    """
    text = plan.parsed.text
    offers = scope_offers(counting, plan, text)
    undated = without_date(text)
    if offers or undated == text:
        return offers
    # Nothing is said of a date that was not tried, or not all of whose counts were made.
    is_counted = not (has_dates(plan.request) or counting.was_stopped)
    note = f" (nothing found {date_in_words(text)})" if is_counted else ""
    return tuple(
        replace(offer, text=offer.text + note) for offer in scope_offers(counting, plan, undated)
    )


def scope_offers(counting: Counting, plan: Plan, text: str) -> tuple[RequestOffer, ...]:
    """Return the offers for the names and dates of a text that the request does not filter by."""
    request = plan.request
    scopes = [
        scope
        for scope in find_scopes(text, counting.engine.names)
        if not (has_dates(request) and scope.is_dated)
        and not any(request.filters.get(field) for field in scope.filters)
    ]
    requests = [(f"Only {scope.text}", [scoped_request(request, scope)]) for scope in scopes]
    return tuple(counting.offers(requests))


def has_dates(request: Request) -> bool:
    """Return whether a request filters by dates or years."""
    return bool(request.since or request.until or request.filters.get("year"))


def scoped_request(request: Request, scope: Scope) -> Request:
    """Return a request with the filters of a scope, and the rest of its query."""
    return replace(
        request,
        query=scope.rest,
        filters={**request.filters, **scope.filters},
        since=scope.since or request.since,
        until=scope.until or request.until,
        start=0,
    )
