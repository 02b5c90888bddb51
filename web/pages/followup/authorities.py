"""The pages of authorities: the list of all, and how one is doing, by any name it goes by."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from corpus.model import Report
from search.authorities import (
    AuthorityEntry,
    AuthorityOverview,
    authority_overview,
    find_authority_name,
    judgement_matrix,
    list_authorities,
)
from search.filter_values import join_or
from search.followup.tracker.cache import find_tracker
from search.followup.tracker.measured import Accuracy, read_accuracy
from search.followup.tracker.threads import RecommendationThread, find_threads, list_open
from web.links import authority_url
from web.pages.followup.completions import list_completions
from web.pages.lookup import suggest_authorities
from web.pages.pager import last_page, list_pager
from web.parameters import ParameterParser
from web.server.request_engine import engine
from web.server.request_parameters import parameters

blueprint = Blueprint("authorities", __name__)
AUTHORITIES_PER_PAGE = 500
REPORTS_PER_PAGE = 50  # of one authority
MAX_FORMER_REPORTS = 20  # of a predecessor, on the page of its successor
MAX_LISTED_IN_REGION = 40
MAX_OPEN_SHOWN = 8  # recommendations on the page of an authority
MAX_NAME_CHARACTERS = 2_000  # of an authority's name that is a parameter
MAX_ADVISED = 30  # values that a message lists
Answer: TypeAlias = str | Response | tuple[str, int]

LETTERS = string.ascii_uppercase
OTHER_LETTER = "other"


@blueprint.get("/authorities")
def listing() -> str:
    """Show all authorities, or those of a region or with a first letter."""
    entries = list_authorities(engine())
    regions = sorted({entry.region for entry in entries if entry.region})
    with parameters() as parser:
        region = one_of(parser, "region", regions)
        in_region = [entry for entry in entries if region in ("", entry.region)]
        letter = one_of(parser, "letter", list(dict.fromkeys(map(first_letter, entries))))
        shown = [entry for entry in in_region if letter in ("", first_letter(entry))]
        number = parser.number("page", 1, maximum=last_page(len(shown), AUTHORITIES_PER_PAGE))
    here = url_for("authorities.listing", region=region or None, letter=letter or None)
    place = list_pager(len(shown), number, AUTHORITIES_PER_PAGE, here)
    return render_template(
        "authorities.html",
        entries=shown[place.first_result - 1 : place.last_result],
        all_authorities=len(entries),
        region=region,
        regions=regions,
        letter=letter,
        letters=[*LETTERS, OTHER_LETTER],
        initials=set(map(first_letter, in_region)),
        completions=list_completions(),
        pager=place,
    )


def one_of(parser: ParameterParser, name: str, values: Sequence[str]) -> str:
    """Return the value of a parameter that is one of some values in any case, "" for none."""
    typed = parser.text(name, MAX_NAME_CHARACTERS)
    known = {value.casefold(): value for value in values}.get(typed.casefold(), "")
    if typed and not known:
        parser.refuse(
            name, typed, f"is {join_or(list(values[:MAX_ADVISED]))}" if values else "has no values"
        )
    return known


def first_letter(entry: AuthorityEntry) -> str:
    """Return the letter under which an authority is listed."""
    letter = entry.name[:1].upper()
    return letter if letter in LETTERS else OTHER_LETTER


@blueprint.get("/authority/<path:name>", merge_slashes=False)
def authority(name: str) -> Answer:
    """Show how an authority is doing; lead from any other name of it to its page."""
    return answer_for(name, authority_url, show)


@blueprint.get("/authority")
def by_name() -> Answer:
    """Lead to the page of the authority that ?name= means; show it where its name may not stand in
    a path.
    """
    return answer_by_name(authority_url, show)


def answer_by_name(url_of: Callable[[str], str], show_it: Callable[[str], str]) -> Answer:
    """Answer for the authority that ?name= means, or lead to the list of all without one."""
    with parameters() as parser:
        typed = parser.text("name", MAX_NAME_CHARACTERS)
    if not typed.strip():
        return redirect(url_for("authorities.listing"))
    return answer_for(typed, url_of, show_it, is_in_path=False)


def answer_for(
    typed: str,
    url_of: Callable[[str], str],
    show_it: Callable[[str], str],
    is_in_path: bool = True,
) -> Answer:
    """Answer for the authority that a typed name means: show it at its own address, else lead to
    that.
    """
    known = find_authority_name(engine(), typed)
    if known is None:
        return show_unknown(typed)
    url = url_of(known)
    is_own_address = known == typed and (is_in_path or "?" in url)
    return show_it(known) if is_own_address else lead_to(url)


def lead_to(url: str) -> Response:
    """Return the redirect to an address, with the parameters of this one."""
    rest = urlencode([pair for pair in request.args.items(multi=True) if pair[0] != "name"])
    return redirect(f"{url}{'&' if '?' in url else '?'}{rest}" if rest else url, 301)


def show_unknown(typed: str) -> tuple[str, int]:
    """Show which authorities a name may mean that is of none, or of several."""
    page = render_template(
        "unknown_authority.html",
        typed=typed,
        suggestions=suggest_authorities(typed),
        completions=list_completions(),
    )
    return page, 404


def show(name: str) -> str:
    """Show the latest grades of an authority, what is open, all its judgements and reports."""
    overview = authority_overview(engine(), name)
    count = len(overview.reports)
    with parameters() as parser:
        number = parser.number("page", 1, maximum=last_page(count, REPORTS_PER_PAGE))
    place = list_pager(count, number, REPORTS_PER_PAGE, authority_url(name))
    facts = overview.reports[place.first_result - 1 : place.last_result]
    return render_template(
        "authority.html",
        name=name,
        overview=overview,
        rows_of=lambda report: judgement_matrix([report]).rows,
        matrix=judgement_matrix(facts),
        former=list(list_former(overview)),
        own_since=first_own_day(overview),
        in_region=overview.in_region[:MAX_LISTED_IN_REGION],
        followed=follow_recommendations(name) if number == 1 else None,
        with_earlier=[(report, find_earlier(report, overview.reports)) for report in facts],
        pager=place,
    )


@dataclass(frozen=True, slots=True)
class FollowedRecommendations:
    """How many things reports recommend, which are open, and how often that is right."""

    threads: int
    open: Sequence[RecommendationThread]
    accuracy: Accuracy

    @property
    def shown(self) -> Sequence[RecommendationThread]:
        """The newest that are open, as many as a page has room for."""
        return self.open[:MAX_OPEN_SHOWN]


def follow_recommendations(name: str) -> FollowedRecommendations:
    """Return what is open of the recommendations to an authority."""
    tracker = find_tracker(engine(), name)
    threads = find_threads(tracker) if tracker else []
    return FollowedRecommendations(len(threads), list_open(threads), read_accuracy())


def find_earlier(report: Report, reports: Sequence[Report]) -> Report | None:
    """Return of reports, newest first, the last before one: of its own kind, else of any."""
    day = report.dated
    earlier = [
        one for one in reports if day and one.dated and one.dated < day and not one.withdrawn
    ]
    same = (one for one in earlier if one.framework == report.framework)
    return next(same, next(iter(earlier), None))


def list_former(overview: AuthorityOverview) -> Iterator[dict[str, object]]:
    """Yield each predecessor, with its newest reports and what they judge."""
    for former in overview.former:
        newest: Sequence[Report] = former.reports[:MAX_FORMER_REPORTS]
        yield {
            "predecessor": former.predecessor,
            "reports": newest,
            "matrix": judgement_matrix(newest),
            "has_other_name": former.predecessor.name != overview.name,
        }


def first_own_day(overview: AuthorityOverview) -> date | None:
    """Return the day since which reports by its name are on an authority as it is now, None where
    the collection has none from before.
    """
    earlier = (one for one in overview.former if one.predecessor.name == overview.name)
    return next((one.predecessor.until for one in earlier if one.reports), None)
