"""The page that tells what became of the recommendations to an authority."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from search.followup.tracker.cache import find_tracker
from search.followup.tracker.measured import read_accuracy
from search.followup.tracker.records import Tracker
from search.followup.tracker.threads import find_threads, list_open
from web.links import recommendations_url
from web.pages.followup.authorities import Answer, answer_by_name, answer_for
from web.pages.lookup import authority_or_404
from web.pages.pager import last_page, list_pager
from web.server.request_engine import engine
from web.server.request_parameters import parameters

blueprint = Blueprint("recommendations", __name__)

THREADS_PER_PAGE = 20


def tracker_or_404(typed: str) -> Tracker:
    """Return what became of the recommendations to the authority that a typed name means."""
    return find_tracker(engine(), authority_or_404(typed)) or abort(404)


@blueprint.get("/authority/<path:name>/recommendations", merge_slashes=False)
def listing(name: str) -> Answer:
    """Show the recommendations to an authority; lead from any other name of it to them."""
    return answer_for(name, recommendations_url, show)


@blueprint.get("/recommendations")
def listing_by_name() -> Answer:
    """Lead to those of the authority that ?name= means; show them where its name may not stand in
    a path.
    """
    return answer_by_name(recommendations_url, show)


def show(name: str) -> str:
    """Show the recommendations to an authority, and what each later report says of them."""
    tracker = tracker_or_404(name)
    threads = find_threads(tracker)
    with parameters() as parser:
        last = last_page(len(threads), THREADS_PER_PAGE)
        number = parser.number("page", 1, maximum=last)
    place = list_pager(len(threads), number, THREADS_PER_PAGE, recommendations_url(name))
    return render_template(
        "recommendations.html",
        name=name,
        tracker=tracker,
        threads=threads[place.first_result - 1 : place.last_result],
        open_threads=len(list_open(threads)),
        accuracy=read_accuracy(),
        pager=place,
    )
