"""The page of two grades on one topic."""

from __future__ import annotations

from flask import Blueprint, render_template

from corpus.model import Choice
from corpus.registry import label
from search import wording
from search.facet_order import sort_key_of
from search.model import Request
from web import address
from web.pages.results import HitViewer
from web.pages.wording import profile_url, uses_url
from web.server.request_engine import engine
from web.server.request_parameters import question, say

blueprint = Blueprint("wording_grades", __name__, url_prefix="/wording")

COMPARED = 2  # grades at once
TOO_MANY = "Two grades are compared at once: the first two are, the others were left out."


@blueprint.get("/grades")
def grades() -> str:
    """Show what is said on a topic under two grades, side by side."""
    asked = question(facets=())
    chosen = choose_grades(asked)
    comparison = None
    if len(chosen) == COMPARED:
        comparison = wording.compare_grades(engine(), asked, chosen)
    return render_template(
        "wording/grades.html",
        comparison=comparison,
        question=asked,
        topic=address.filter_pairs(asked, ("grade",)) or asked.query.strip(),
        chosen=(*chosen, "", "")[:COMPARED],
        grades=[Choice(grade, label("grade", grade)) for grade in engine().names("under")],
        uses_url=uses_url,
        scale_url=lambda scale: scale_url(asked, scale),
        hit_view=HitViewer(asked.query).view,
    )


def scale_url(asked: Request, scale: str) -> str:
    """Return the address of the page for the reports of one scale."""
    return profile_url(address.with_value(asked, "scale", scale), "wording_grades.grades")


def choose_grades(asked: Request) -> list[str]:
    """Return the two grades to compare: those of the address, else the ones with the most reports
    on its topic. There are fewer where it asks for no topic, or for what is under one grade.
    """
    chosen = list(asked.filters.get("grade", ()))
    if len(chosen) > COMPARED:
        say([TOO_MANY])
    if not (asked.query.strip() or address.filter_pairs(asked, ("grade",))):
        return chosen[: COMPARED - 1]
    if len(chosen) < COMPARED:
        frequent = wording.frequent_grades(engine(), asked)
        chosen += [grade for grade in frequent if grade not in chosen]
        return sorted(chosen[:COMPARED], key=sort_key_of("grade"))
    return chosen[:COMPARED]
