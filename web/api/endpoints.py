"""The table of the JSON API's endpoints: parameters, record returned and example of each."""

from __future__ import annotations

from typing import Any

from corpus.model import Report
from search import wording
from search.choices import ORDER
from search.model import ReportEntry
from search.records import AuthorityFacts
from web.api import openapi, responses
from web.api.openapi import DATES, FILTERS, SEARCH, Endpoint, Parameter
from web.api.responses import CitedContext, SearchAnswer

REPORT = Parameter("report_id", "Id of a report.", openapi.TEXT, place="path")
ANCHOR = Parameter("anchor", "p43 for a numbered paragraph, else t...", openapi.TEXT, place="path")
NAME = Parameter("name", "Name of an authority.", openapi.TEXT, place="path")
QUERY = Parameter("q", "The wording; exact in quotes.", openapi.TEXT, required=True)
PHRASE = Parameter("q", "The phrase.", openapi.TEXT, required=True)
OTHER = Parameter("other", "The other wording.", openapi.TEXT, required=True)
CONCORDANCE_LINES = 50  # per page
INFLECTED = Parameter("inflected", "1: in any form of the words.", openapi.BIT)
PAGE = Parameter("page", f"Which page of {CONCORDANCE_LINES} lines.", openapi.NUMBER)
DRAFT: dict[str, Any] = {
    "type": "object",
    "properties": {"draft": {"type": "string"}},
    "required": ["draft"],
}

ENDPOINTS = (
    Endpoint(
        "/search",
        "search",
        "Paragraphs or reports that answer a query, with counts for every filter.",
        SEARCH,
        SearchAnswer,
        "/search?q=timely+recording&grade=good",
    ),
    Endpoint(
        "/reports",
        "reports",
        "The facts of all reports held, newest first, with the doubts a curator should check.",
        (),
        tuple[ReportEntry, ...],
        "/reports",
    ),
    Endpoint(
        "/reports/{report_id}",
        "report",
        "A report whole: facts, judgements, paragraphs and the reader's doubts.",
        (REPORT,),
        Report,
    ),
    Endpoint(
        "/reports/{report_id}/{anchor}",
        "paragraph",
        "A paragraph, with what stands before and after it.",
        (REPORT, ANCHOR),
        CitedContext,
    ),
    Endpoint(
        "/reports/{report_id}/{anchor}/like",
        "like",
        "Paragraphs of other reports that are most like one, grade by grade.",
        (REPORT, ANCHOR, *FILTERS, *DATES),
        wording.Precedents,
    ),
    Endpoint(
        "/authorities",
        "authorities",
        "The authorities that have reports, by name.",
        (),
        tuple[AuthorityFacts, ...],
        "/authorities",
    ),
    Endpoint(
        "/authorities/{name}",
        "authority",
        "All reports on one authority, newest first, with judgements and recommendations.",
        (NAME,),
        tuple[responses.AuthorityReport, ...],
    ),
    Endpoint(
        "/wording/concordance",
        "concordance",
        "Every occurrence of a phrase with the words before and after it.",
        (PHRASE, openapi.choice_parameter(ORDER), INFLECTED, PAGE, *FILTERS),
        wording.Concordance,
        "/wording/concordance?q=not+yet",
    ),
    Endpoint(
        "/wording/profile",
        "profile",
        "The share of reports of each grade, year and area that use a wording.",
        (QUERY, *FILTERS),
        wording.Profile,
        "/wording/profile?q=timely",
    ),
    Endpoint(
        "/wording/compare",
        "compare",
        "Two wordings side by side.",
        (QUERY, OTHER, *FILTERS),
        wording.Comparison,
        "/wording/compare?q=timely&other=late",
    ),
    Endpoint(
        "/wording/distinctive",
        "distinctive",
        "Phrases that stand out in what a search finds.",
        SEARCH,
        tuple[wording.DistinctivePhrase, ...],
        "/wording/distinctive?grade=good",
    ),
    Endpoint(
        "/wording/draft",
        "draft",
        "Precedents for each paragraph of a draft, which is neither stored nor logged.",
        (),
        tuple[wording.Precedents, ...],
        method="post",
        body=DRAFT,
    ),
)
