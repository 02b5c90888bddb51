"""The answers of the JSON API: search's records with links and citations, encoded key by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.model import Judgement, Paragraph, Report
from search.model import (
    Correction,
    Diagnostic,
    Facet,
    FacetValue,
    Offer,
    ParagraphContext,
    Quote,
    ReportFacts,
    Request,
    RequestOffer,
    SentencePart,
)
from search.present.hits import Hit, report_facts
from search.present.page import Page
from search.present.sentence import in_words
from web import address, citations
from web.api.diagnostics import diagnose
from web.links import PARAGRAPHS_PER_PAGE, permalink, search_url
from web.pages.files.originals import base_name
from web.reasons import LabelReason, reasons
from web.server.error_handlers import Failure

MAX_FACET_CHARACTERS = 100_000  # of the values of one facet in an answer
VALUE_CHARACTERS = 90  # of a value in JSON besides its name and label


@dataclass(frozen=True, slots=True)
class CitedQuote(Quote):
    """A hit: a paragraph with its citation and permanent link.

    `marks` are what satisfied the query in the text, `lead_marks` in what leads into it; `snippet`
    is the best window of the text.
    """

    citation: str
    link: str


@dataclass(frozen=True, slots=True)
class LinkedOffer(Offer):
    """Another search worth making: in words, with the paragraphs it finds and its address."""

    link: str


class ListedFacet(Facet, frozen=True):
    """A facet with those values that are listed: all that are selected, and the first ones of the
    others up to a bound; `more` counts the rest.
    """

    more: int


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The answer to a search: `total` and `reports` count the whole result, `hits` are one page.

    `searched` says in a sentence what was searched, `sentence` gives its parts, each with the
    address of the search `without` it; `also` are the wordings that the vocabulary added.
    `total_as_typed` and `reports_as_typed` count what has all words as typed, `total_together` and
    `reports_together` those of it with the words as one phrase; `totals` says so in words where the
    vocabulary added any, and `as_typed` is the address of what is as typed alone, if anything is;
    `exactly` is the search for the same words in quotes, if it finds anything.
    `corrections` are the words searched instead of misspelt ones, `uncorrected` is the address of
    the search as typed. `suggestions` correct words that the collection hardly has, `scopes` take
    names and dates of the query as filters. Where nothing matches, `removals` offer to leave one
    thing out, and `missing` are the words in no paragraph.
    """

    request: Request
    total: int
    reports: int
    total_as_typed: int
    reports_as_typed: int
    total_together: int
    reports_together: int
    totals: str | None
    as_typed: str | None
    exactly: LinkedOffer | None
    matched: str
    generation: int
    hits: tuple[CitedQuote, ...]
    facets: tuple[ListedFacet, ...]
    diagnostics: tuple[Diagnostic, ...]
    searched: str
    sentence: tuple[SentencePart[str], ...]
    also: tuple[str, ...]
    corrections: tuple[Correction, ...]
    uncorrected: str | None
    suggestions: tuple[LinkedOffer, ...]
    scopes: tuple[LinkedOffer, ...]
    removals: tuple[LinkedOffer, ...]
    missing: tuple[str, ...]
    next: str | None
    previous: str | None
    csv: str
    atom: str


@dataclass(frozen=True, slots=True)
class CitedContext(ParagraphContext):
    """A paragraph with its neighbours, its citation and its permanent link.

    `why` gives the words that decided its themes and polarity, and the headings that did.
    """

    citation: str
    link: str
    why: tuple[LabelReason, ...]


@dataclass(frozen=True, slots=True)
class AuthorityReport:
    """A report on an authority: its facts, its judgements and its recommendations."""

    report: ReportFacts
    judgements: tuple[Judgement, ...]
    recommendations: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class DraftBody:
    """The body of a request for precedents: paragraphs separated by empty lines."""

    draft: str


@dataclass(frozen=True, slots=True)
class ErrorAnswer:
    """The one shape of every error."""

    error: Failure


def search_answer(page: Page, notices: Sequence[str]) -> SearchAnswer:
    """Return the answer to a search, with links to its exports and to the pages beside it.

    `notices` say which of the filters' values no report of the collection has.
    """
    request, first_page = page.request, address.first_page(page.request)
    after, before = request.start + request.limit, request.start - request.limit
    has_more = after < min(page.entries, address.MAX_RESULTS)
    return SearchAnswer(
        request,
        page.total,
        page.reports,
        page.total_as_typed,
        page.reports_as_typed,
        page.total_together,
        page.reports_together,
        page.totals,
        api_url(page.as_typed) if page.totals and page.total_as_typed else None,
        link_offer(page.exactly) if page.exactly else None,
        page.matched,
        page.generation,
        tuple(map(cite_hit, page.hits)),
        tuple(map(list_facet, page.facets)),
        (*page.diagnostics, *diagnose(notices)),
        in_words(page.sentence),
        tuple(map(link_part, page.sentence)),
        page.also,
        page.corrections,
        api_url(page.uncorrected) if page.corrections else None,
        tuple(map(link_offer, page.suggestions)),
        tuple(map(link_offer, page.scopes)),
        tuple(map(link_offer, page.removals)),
        page.missing,
        api_url(replace(request, start=after)) if has_more else None,
        api_url(replace(request, start=max(0, before))) if request.start else None,
        search_url(first_page, "exports.table"),
        search_url(first_page, "feeds.atom"),
    )


def list_facet(facet: Facet) -> ListedFacet:
    """Return the facet with no more values than an answer has room for."""
    room, values = MAX_FACET_CHARACTERS, list[FacetValue]()
    for value in facet.values:
        room -= len(value.value) + len(value.label) + VALUE_CHARACTERS
        if room >= 0 or value.selected:
            values.append(value)
    return ListedFacet(facet.key, facet.label, tuple(values), len(facet.values) - len(values))


def cite_hit(hit: Hit) -> CitedQuote:
    """Return the hit with its citation and link."""
    paragraph, report = hit.paragraph, hit.report
    return CitedQuote(
        paragraph,
        report,
        hit.grades,
        hit.is_recognised,
        hit.score,
        hit.marks,
        hit.snippet,
        hit.matches,
        hit.lead_marks,
        citations.citation(report, paragraph),
        permalink(paragraph.id),
    )


def link_part(part: SentencePart[Request]) -> SentencePart[str]:
    """Return the part of a sentence with an address in place of its Request."""
    return SentencePart(part.lead, part.text, api_url(part.without))


def link_offer(offer: RequestOffer) -> LinkedOffer:
    """Return the offer with an address in place of its Request."""
    return LinkedOffer(offer.text, offer.paragraphs, api_url(offer.request))


def api_url(request: Request) -> str:
    """Return the address of a search of the API."""
    return search_url(request, "api.search")


def cite_context(context: ParagraphContext) -> CitedContext:
    """Return the paragraph and its neighbours with its citation, its link and its reasons."""
    paragraph, report = context.paragraph, context.report
    return CitedContext(
        paragraph,
        report,
        context.grades,
        context.recognised,
        context.before,
        context.after,
        citations.citation(report, paragraph),
        permalink(paragraph.id),
        reasons(paragraph, report.framework),
    )


def authority_report(report: Report) -> AuthorityReport:
    """Return what the page of an authority shows of one of its reports."""
    return AuthorityReport(
        report_facts(report),
        tuple(report.judgements),
        tuple(one for one in report.paragraphs if one.kind == "recommendation"),
    )


def without_directory(report: Report) -> Report:
    """Return the report without the directory that its file is in on this machine.

    A byte of the file's name that is not UTF-8 becomes a question mark: JSON has no such character.
    """
    name = base_name(report).encode(errors="replace").decode()
    return replace(report, source=replace(report.source, file=name))


def report_page(report: Report, number: int) -> Report:
    """Return the report with the paragraphs of one of its pages."""
    start = (number - 1) * PARAGRAPHS_PER_PAGE
    return replace(report, paragraphs=report.paragraphs[start : start + PARAGRAPHS_PER_PAGE])
