"""The table of the JSON API's endpoints: parameters, record returned and example of each."""

from __future__ import annotations

from typing import Any

from corpus.model import Report
from search import wording
from search.authorities import AuthorityEntry
from search.choices import ORDER
from search.followup.comparison.side_by_side import SHOW, SideBySide
from search.followup.contrary.counter_evidence import CounterEvidence
from search.groups import FORMS
from search.model import ReportEntry
from web import address
from web.api import followup_answers, openapi, peers_answer, responses, wording_answers
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
AUTHORITY_NAME = Parameter("name", "Any name of an authority.", openapi.STRING, place="path")
SUBJECT = Parameter("authority", "The authority.", openapi.STRING, required=True)
PEERS_GROUP = Parameter(
    "group",
    f"Its peers: {' or '.join(FORMS)}; else its statistical neighbours, if it has any.",
    openapi.STRING,
)
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
PEERS_PARAMETERS = tuple(
    one for one in SEARCH_PARAMETERS if one.name not in (SUBJECT.name, PEERS_GROUP.name)
)
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
MAX_RECOMMENDATIONS = 20  # in one answer: each has what all later reports say
RECOMMENDATIONS_SIZE = Parameter(
    "size", "Recommendations per page.", openapi.up_to(MAX_RECOMMENDATIONS)
)
REPORT_PAGE = Parameter(
    "page", f"Which page of {PARAGRAPHS_PER_PAGE:,} paragraphs.", openapi.up_to(MAX_LIST_PAGES)
)
MAX_ROWS = 100  # of two reports side by side, in one answer
OTHER_ID = Parameter("other_id", "Id of another report.", openapi.STRING, place="path")
ROW_PARAMETERS = (
    openapi.choice_parameter(SHOW),
    Parameter("size", "Rows per page.", openapi.up_to(MAX_ROWS)),
    LIST_PAGE,
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
        "/reports/{report_id}/{anchor}/counter-evidence",
        "counter_evidence",
        "Passages that say the opposite of a paragraph: in its report, in later ones, of peers.",
        (REPORT_ID, ANCHOR),
        CounterEvidence,
    ),
    Endpoint(
        "/side-by-side/{report_id}/{other_id}",
        "side_by_side",
        "Two reports side by side: grades, and paragraphs that are new, gone, or said again.",
        (REPORT_ID, OTHER_ID, *ROW_PARAMETERS),
        SideBySide,
    ),
    Endpoint(
        "/authorities",
        "authorities",
        "The authorities that have reports, by name, with their latest grade and predecessors.",
        LIST_PARAMETERS,
        tuple[AuthorityEntry, ...],
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
        "/peers",
        "peers",
        "An authority beside its peers: on a search, or by what the reports on them hold.",
        (SUBJECT, PEERS_GROUP, *PEERS_PARAMETERS),
        peers_answer.PeersAnswer,
    ),
    Endpoint(
        "/authorities/{name}/recommendations",
        "recommendations",
        "The recommendations to an authority, and what each later report says of them.",
        (AUTHORITY_NAME, RECOMMENDATIONS_SIZE, LIST_PAGE),
        followup_answers.RecommendationsAnswer,
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
