"""The filters and globals of the templates: how values look on a page."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from flask import Flask

from corpus.model import anchor_of
from corpus.registry import label, outcome_label
from search.authorities.matrix import gives_result
from search.choices import THEME_BY
from search.followup.tracker.records import STATUS_LABELS
from search.groups import lead_into
from web import address, citations, links
from web.pages import checkboxes, overall_grades, results
from web.quantity import page_ranges, quantity
from web.server import request_parameters
from web.settings import Value

STATIC = Path(__file__).parents[1] / "static"
MENU = (
    ("pages.search", "Search"),
    ("authorities.listing", "Authorities"),
    ("wording.start", "Wording"),
    ("pages.collection", "Reports held"),
    ("pages.help_page", "Help"),
    ("api.viewer", "API"),
)


def init_app(app: Flask, settings: Mapping[str, Value]) -> None:
    """Give the templates their filters and globals."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        anchor_of=anchor_of,
        grade_badge=results.grade_badge,
        highlight=results.highlight,
        long_date=citations.long_date,
        page_ranges=page_ranges,
        quantity=quantity,
        thousands=thousands,
    )
    app.jinja_env.globals.update(
        theme_by_label=THEME_BY.label,
        asset_url=asset_url,
        authority_url=links.authority_url,
        checkboxes=checkboxes.checkboxes,
        citation=citations.citation,
        counter_evidence_url=links.counter_evidence_url,
        describe_grades=overall_grades.describe_grades,
        filter_pairs=address.filter_pairs,
        follow_up_labels=STATUS_LABELS,
        first_page=address.first_page,
        gives_result=gives_result,
        inspection=citations.inspection,
        inspection_days=citations.inspection_days,
        is_long=checkboxes.is_long,
        is_offered=checkboxes.is_offered,
        label=label,
        label_items=results.label_items,
        lead_into=lead_into,
        licence=citations.LICENCE,
        licence_of=citations.licence,
        listed_values=checkboxes.listed_values,
        menu=MENU,
        name_of=results.name_of,
        name_options=checkboxes.name_options,
        notices=request_parameters.notices,
        outcome_label=outcome_label,
        page_url=links.page_url,
        place_of=results.place_of,
        paragraph_name=citations.paragraph_name,
        paragraph_url=links.paragraph_url,
        reading_url=links.reading_url,
        recommendations_url=links.recommendations_url,
        report_url=links.report_url,
        search_url=links.search_url,
        side_by_side_url=links.side_by_side_url,
        shorten=results.shorten,
        with_value=address.with_value,
    )


def asset_url(name: str) -> str:
    """Return the address of a static file, which changes with the file's content."""
    return links.page_url("static", filename=name, v=digest(name))


@lru_cache
def digest(name: str) -> str:
    """Return the first characters of the SHA-256 of a static file."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]


def thousands(number: int) -> str:
    """Return the number with commas between its thousands."""
    return f"{number:,}"
