"""What the JSON API answers: records whose fields are the answer's keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from corpus.model import Judgement, Paragraph, Report
from search import service
from search.model import Diagnostic, Facet, Offer, ReportFacts, Request, Span
from search.present.hits import Hit, facts
from search.present.page import Page
from search.present.sentence import in_words
from web import address, citations
from web.links import permalink, search_url
from web.pages import history
from web.reasons import Reason, reasons


@dataclass(frozen=True, slots=True)
class FoundParagraph:
    """A hit: where `marks` are what satisfied the query and `snippet` the best window of it."""

    paragraph: Paragraph
    report: ReportFacts
    score: float
    marks: tuple[Span, ...]
    snippet: Span
    matches: int
    citation: str
    link: str


@dataclass(frozen=True, slots=True)
class Said:
    """A part of what was searched: how, what, and the address of the search without it."""

    lead: str
    text: str
    without: str


@dataclass(frozen=True, slots=True)
class Offered:
    """Another search worth making, in words: the paragraphs it finds, and its address."""

    text: str
    paragraphs: int
    link: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the counts are of the whole result, the hits those of one page.

    `searched` says in a sentence what was, `sentence` in parts; `also` are the words added.
    `suggestions` correct words that the collection does not have; where nothing was found,
    `removals` are what leaving one thing out would find, and `missing` the words in no paragraph.
    """

    request: Request
    total: int
    reports: int
    matched: str
    generation: int
    hits: tuple[FoundParagraph, ...]
    facets: tuple[Facet, ...]
    diagnostics: tuple[Diagnostic, ...]
    searched: str
    sentence: tuple[Said, ...]
    also: tuple[str, ...]
    suggestions: tuple[Offered, ...]
    removals: tuple[Offered, ...]
    missing: tuple[str, ...]
    next: str | None
    previous: str | None
    csv: str
    atom: str


@dataclass(frozen=True, slots=True)
class InContext:
    """A paragraph with those before and after it, its citation and its lasting link.

    `why` names the words that decided its themes and polarity.
    """

    paragraph: Paragraph
    report: ReportFacts
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]
    citation: str
    link: str
    why: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """A report on an authority: its facts, its judgements, and what it asks for."""

    report: ReportFacts
    judgements: tuple[Judgement, ...]
    recommendations: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is sent to find precedents: paragraphs with an empty line between two."""

    draft: str


@dataclass(frozen=True, slots=True)
class Error:
    """Why a request got no answer, and what to do."""

    status: int
    title: str
    message: str
    action: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The one shape of every error."""

    error: Error


def found_paragraph(hit: Hit) -> FoundParagraph:
    """Returns the hit with its citation and link."""
    paragraph, report = hit.paragraph, hit.report
    return FoundParagraph(
        paragraph,
        report,
        hit.score,
        hit.marks,
        hit.snippet,
        hit.matches,
        citations.citation(report, paragraph),
        permalink(paragraph.id),
    )


def found(page: Page) -> Found:
    """Returns the answer of a search, with links to the pages beside it and to its exports."""
    asked = page.request
    after, before = asked.start + asked.limit, asked.start - asked.limit
    more = after < min(page.entries, address.DEEPEST)
    return Found(
        asked,
        page.total,
        page.reports,
        page.matched,
        page.generation,
        tuple(map(found_paragraph, page.hits)),
        page.facets,
        page.diagnostics,
        in_words(page.sentence),
        tuple(Said(one.lead, one.text, api_url(one.without)) for one in page.sentence),
        page.also,
        tuple(map(offered, page.suggestions)),
        tuple(map(offered, page.removals)),
        page.missing,
        api_url(replace(asked, start=after)) if more else None,
        api_url(replace(asked, start=max(0, before))) if asked.start else None,
        search_url(address.first_page(asked), "exports.table"),
        search_url(address.first_page(asked), "exports.atom"),
    )


def api_url(asked: Request) -> str:
    """Returns the address that asks the Request of the API."""
    return search_url(asked, "api.search")


def offered(offer: Offer) -> Offered:
    """Returns an offer with the address that takes it up."""
    return Offered(offer.text, offer.paragraphs, api_url(offer.request))


def in_context(context: service.Context) -> InContext:
    """Returns the paragraph with its neighbours, citation and link."""
    paragraph, report = context.paragraph, context.report
    cited, link = citations.citation(report, paragraph), permalink(paragraph.id)
    why = reasons(paragraph)
    return InContext(paragraph, report, context.before, context.after, cited, link, why)


def visit(report: Report) -> Visit:
    """Returns what the page of an authority shows of one of its reports."""
    asked_for = history.recommendations(report)
    return Visit(facts(report), tuple(report.judgements), asked_for)


def published(report: Report) -> Report:
    """Returns the report without the directory that its file lies in on this machine."""
    return replace(report, source=replace(report.source, file=PurePath(report.source.file).name))
