"""The page of the timeline of a wording."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template

from search import wording
from search.model import Request
from web.address import Lines
from web.links import concordance_url
from web.pages.bars import bar_chart
from web.pages.wording import profile_url
from web.server.request_engine import engine
from web.server.request_parameters import question

blueprint = Blueprint("wording_timeline", __name__, url_prefix="/wording")


@blueprint.get("/timeline")
def timeline() -> str:
    """Show who used a wording first, in which years it was used, and who repeats it."""
    asked = question(facets=())
    answer = wording.timeline(engine(), asked) if asked.query.strip() else None
    return render_template(
        "wording/timeline.html",
        timeline=answer,
        question=asked,
        bar_chart=bar_chart,
        years=list_years(asked, answer) if answer else (),
        profile_url=profile_url(asked),
    )


def list_years(asked: Request, answer: wording.WordingTimeline) -> list[tuple[str, int, str]]:
    """Return each year of use with the number of its reports, and the address of the uses; none of
    what has no concordance.
    """
    inflected = answer.profile.inflected
    if inflected is None:
        return []
    used = [year for year in answer.profile.years if year.using]
    requests = [replace(asked, filters={**asked.filters, "year": (one.value,)}) for one in used]
    return [
        (year.label, year.using, concordance_url(request, Lines(inflected=inflected)))
        for year, request in zip(used, requests, strict=True)
    ]
