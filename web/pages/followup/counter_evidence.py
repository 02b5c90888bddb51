"""The page of what speaks against a paragraph: contrary passages beside the claim they are on."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from search.followup.contrary.counter_evidence import find_counter_evidence
from web.pages.results import HitViewer
from web.server.request_engine import engine

blueprint = Blueprint("counter_evidence", __name__)


@blueprint.get("/counter-evidence/<report_id>/<anchor>")
def passages(report_id: str, anchor: str) -> str:
    """Show the passages that speak against a paragraph."""
    evidence = find_counter_evidence(engine(), f"{report_id}/{anchor}") or abort(404)
    return render_template(
        "followup/counter_evidence.html",
        evidence=evidence,
        hit_view=HitViewer().view,
        claim_text=lambda span: evidence.paragraph.text[span.start : span.end],
    )
