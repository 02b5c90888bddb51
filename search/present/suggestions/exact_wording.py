"""The words of a query in quotes, for those who look for this wording in no other form."""

from __future__ import annotations

from dataclasses import replace

from search.language.parsed_query import ParsedQuery
from search.language.phrases import MAX_WORDS
from search.language.plan import Plan
from search.model import RequestOffer
from search.present.suggestions.counting import Counting


def exact_request(counting: Counting, plan: Plan) -> RequestOffer | None:
    """Return the request for the words of a query exactly as they were searched; None where it has
    more than words side by side, or no paragraph has them so.
    """
    if not is_plain(plan.parsed):
        return None
    text = plan.parsed.text.strip()
    request = replace(plan.request, query=f'"{text}"', start=0)
    return next(counting.offers([(text, [request])]), None)


def is_plain(parsed: ParsedQuery) -> bool:
    """Return whether a query is a few words side by side, all of which were understood."""
    kinds = {clause.kind for clause in parsed.clauses}
    return kinds == {"word"} and len(parsed.clauses) <= MAX_WORDS and not parsed.diagnostics
