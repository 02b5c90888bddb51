"""The page of what the reader was not sure of, for curators."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for

from web.doubts import group_by_kind, list_doubts
from web.pages.pager import last_page, list_pager
from web.server.request_engine import engine
from web.server.request_parameters import parameters

blueprint = Blueprint("doubts", __name__)
MAX_KIND_CHARACTERS = 100
DOUBTS_PER_PAGE = 200


@blueprint.get("/doubts")
def listing() -> str:
    """Show the doubts about all reports, or those of the kind that ?kind= names."""
    by_kind = group_by_kind(list_doubts(engine().reports()))
    with parameters() as parser:
        kind = parser.text("kind", MAX_KIND_CHARACTERS)
        kinds = [kind] if kind in by_kind else list(by_kind)
        shown = [one for each in kinds for one in by_kind[each]]
        number = parser.number("page", 1, maximum=last_page(len(shown), DOUBTS_PER_PAGE))
    is_of_kind = kind in by_kind
    here = url_for("doubts.listing", kind=kind if is_of_kind else None)
    place = list_pager(len(shown), number, DOUBTS_PER_PAGE, here)
    return render_template(
        "doubts.html",
        counts={each: len(of_kind) for each, of_kind in by_kind.items()},
        kind=kind if is_of_kind else None,
        doubts=shown[place.first_result - 1 : place.last_result],
        pager=place,
    )
