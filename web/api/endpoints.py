"""The table of the JSON API's endpoints: parameters, record returned and example of each."""

from __future__ import annotations

from typing import Any

from corpus.model import Report
from search import wording
from search.choices import ORDER
from search.model import ReportEntry
from search.records import AuthorityFacts
from web import address
from web.api import openapi, responses, wording_answers
from web.api.openapi import (
    CHOICE_PARAMETERS,
    DATE_PARAMETERS,
    FILTER_PARAMETERS,
    SEARCH_PARAMETERS,
    SWITCH_PARAMETERS,
    THEME_BY_PARAMETER,
    WITHDRAWN_PARAMETER,
    Endpoint,
    Parameter,
)
from web.api.responses import CitedContext, SearchAnswer
from web.links import PARAGRAPHS_PER_PAGE

REPORT_ID = Parameter("report_id", "Id of a report.", openapi.STRING, place="path")
ANCHOR = Parameter(
    "anchor", "p43 for a numbered paragraph, else t...", openapi.STRING, place="path"
)
AUTHORITY_NAME = Parameter("name", "Name of an authority.", openapi.STRING, place="path")
WORDING = Parameter("q", "The wording; exact in quotes.", openapi.QUERY, required=True)
PHRASE = Parameter("q", "The phrase.", openapi.QUERY, required=True)
OTHER_WORDING = Parameter("other", "The other wording.", openapi.QUERY, required=True)
TOPIC = Parameter("q", "The topic, as a search takes it; or give a filter.", openapi.QUERY)
LINES_PER_PAGE = 50
INFLECTED = Parameter("inflected", "1: in any form of the words.", openapi.ZERO_OR_ONE)
WITHIN = Parameter(
    "within", "Only in paragraphs with this wording too, as a profile counts it.", openapi.QUERY
)
BOILERPLATE = Parameter(
    "boilerplate",
    "1: count also in paragraphs that three reports or more have word for word.",
    openapi.ZERO_OR_ONE,
)
MAX_PAGES = address.MAX_RESULTS // address.PAGE_SIZES[0]
LINES_PAGE = Parameter("page", f"Which page of {LINES_PER_PAGE} lines.", openapi.up_to(MAX_PAGES))
WORDING_FILTERS = (*FILTER_PARAMETERS, *DATE_PARAMETERS, *CHOICE_PARAMETERS, *SWITCH_PARAMETERS)
MAX_LIST_ENTRIES = 1_000  # of a list of reports or authorities, in one answer
MAX_AUTHORITY_REPORTS = 50  # of one authority, in one answer
MAX_LIST_PAGES = 100_000
LIST_PAGE = Parameter("page", "Which page of the list.", openapi.up_to(MAX_LIST_PAGES))
LIST_PARAMETERS = (
    Parameter("size", "Entries per page.", openapi.up_to(MAX_LIST_ENTRIES)),
    LIST_PAGE,
)
AUTHORITY_PARAMETERS = (
    AUTHORITY_NAME,
    Parameter("size", "Reports per page.", openapi.up_to(MAX_AUTHORITY_REPORTS)),
    LIST_PAGE,
)
REPORT_PAGE = Parameter(
    "page", f"Which page of {PARAGRAPHS_PER_PAGE:,} paragraphs.", openapi.up_to(MAX_LIST_PAGES)
)
DRAFT_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"draft": {"type": "string"}},
    "required": ["draft"],
}

ENDPOINTS = (
    Endpoint(
        "/search",
        "search",
        "Paragraphs or reports that answer a query, with counts for every filter.",
        SEARCH_PARAMETERS,
        SearchAnswer,
        "/search?q=timely+recording&grade=good",
    ),
    Endpoint(
        "/reports",
        "reports",
        "The facts of all reports held, newest first, with the doubts a curator should check.",
        LIST_PARAMETERS,
        tuple[ReportEntry, ...],
        "/reports",
    ),
    Endpoint(
        "/reports/{report_id}",
        "report",
        "A whole report: facts, judgements, paragraphs and the reader's doubts.",
        (REPORT_ID, REPORT_PAGE),
        Report,
    ),
    Endpoint(
        "/reports/{report_id}/{anchor}",
        "paragraph",
        "A paragraph, with what stands before and after it.",
        (REPORT_ID, ANCHOR),
        CitedContext,
    ),
    Endpoint(
        "/reports/{report_id}/{anchor}/like",
        "like",
        "Paragraphs of other reports that are most like one, grade by grade.",
        (
            REPORT_ID,
            ANCHOR,
            *FILTER_PARAMETERS,
            *DATE_PARAMETERS,
            THEME_BY_PARAMETER,
            WITHDRAWN_PARAMETER,
        ),
        wording_answers.PrecedentsAnswer,
    ),
    Endpoint(
        "/authorities",
        "authorities",
        "The authorities that have reports, by name.",
        LIST_PARAMETERS,
        tuple[AuthorityFacts, ...],
        "/authorities",
    ),
    Endpoint(
        "/authorities/{name}",
        "authority",
        "All reports on one authority, newest first, with judgements and recommendations.",
        AUTHORITY_PARAMETERS,
        tuple[responses.AuthorityReport, ...],
    ),
    Endpoint(
        "/wording/concordance",
        "concordance",
        "Every occurrence of a phrase with the words before and after it.",
        (
            *(PHRASE, openapi.choice_parameter(ORDER), INFLECTED, WITHIN, BOILERPLATE, LINES_PAGE),
            *WORDING_FILTERS,
        ),
        wording_answers.ConcordanceAnswer,
        "/wording/concordance?q=not+yet",
    ),
    Endpoint(
        "/wording/profile",
        "profile",
        "The share of reports of each grade, year and area that use a wording.",
        (WORDING, *WORDING_FILTERS),
        wording_answers.ProfileAnswer,
        "/wording/profile?q=timely",
    ),
    Endpoint(
        "/wording/compare",
        "compare",
        "Two wordings side by side.",
        (WORDING, OTHER_WORDING, *WORDING_FILTERS),
        wording_answers.ComparisonAnswer,
        "/wording/compare?q=timely&other=late",
    ),
    Endpoint(
        "/wording/distinctive",
        "distinctive",
        "Phrases that stand out in what a search finds.",
        SEARCH_PARAMETERS,
        tuple[wording.DistinctivePhrase, ...],
        "/wording/distinctive?grade=good",
    ),
    Endpoint(
        "/wording/timeline",
        "timeline",
        "Who used a wording first, the share of reports of each year, and who repeats it later.",
        (WORDING, *WORDING_FILTERS),
        wording_answers.TimelineAnswer,
        "/wording/timeline?q=timely",
    ),
    Endpoint(
        "/wording/grades",
        "grades",
        "Two grades on one topic: what each says of it that the other does not.",
        (TOPIC, *WORDING_FILTERS),
        wording_answers.GradesAnswer,
        "/wording/grades?q=recording&grade=good&grade=inadequate",
    ),
    Endpoint(
        "/wording/draft",
        "draft",
        "Precedents for each paragraph of a draft, which is neither stored nor logged.",
        (),
        tuple[wording.Precedents, ...],
        method="post",
        body=DRAFT_SCHEMA,
    ),
)
