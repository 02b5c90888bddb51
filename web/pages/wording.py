"""The pages on wording: concordance, profile, comparison, distinctive phrases, precedents."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request, url_for

from corpus.model import Choice
from corpus.registry import label
from search import wording
from search.choices import ORDER, ChoiceParameter
from search.language.parser import MAX_QUERY_CHARACTERS
from search.model import ReportFacts, Request
from search.wording.alike import PRECEDENTS_PER_GRADE
from web import address
from web.links import absolute_url, concordance_url
from web.pages.bars import bar_chart
from web.pages.concordance_table import MAX_ROWS, concordance_rows
from web.pages.files.downloads import csv_text, download, search_cell, table_name
from web.pages.lookup import context_or_404
from web.pages.results import HitViewer
from web.server.request_engine import engine
from web.server.request_parameters import parameters, question
from web.server.security import heavy

blueprint = Blueprint("wording", __name__, url_prefix="/wording")

LINES_PER_PAGE = 100
MAX_PAGES = address.MAX_RESULTS // address.PAGE_SIZES[0]  # as a search has
CSV = "csv"
AS = ChoiceParameter(
    "as", "How a concordance is sent.", (Choice("page", "Page"), Choice(CSV, "CSV"))
)
MAX_DRAFT_PRECEDENTS = 40  # of one grade on one page, for all paragraphs of a draft
NO_FILTERS = Request()


@blueprint.get("/")
def start() -> str:
    """Show what can be asked of wording."""
    return render_template("wording/start.html")


@blueprint.get("/concordance")
def concordance() -> str | Response:
    """Show every occurrence of a phrase, aligned, or send them as CSV."""
    asked = question(facets=())
    with parameters() as parser:
        lines = address.read_lines(parser)
        page = parser.number("page", 1, maximum=MAX_PAGES)
        is_csv = parser.choice(AS) == CSV
    size = MAX_ROWS if is_csv else LINES_PER_PAGE
    asked = replace(asked, start=0 if is_csv else (page - 1) * size, limit=size)
    answer = wording.concordance(engine(), asked, *lines)
    url = concordance_url(asked, lines)
    counted = replace(asked, query=answer.phrase if lines.inflected else f'"{answer.phrase}"')
    if is_csv:
        search = search_cell(absolute_url(url), lambda: answer.phrase)
        name = table_name("concordance", answer.occurrences, MAX_ROWS)
        return download(csv_text(concordance_rows(answer, search)), "text/csv", name)
    return render_template(
        "wording/concordance.html",
        concordance=answer,
        question=asked,
        orders=ORDER.choices,
        **lines._asdict(),
        max_rows=MAX_ROWS,
        page=page,
        last=min(MAX_PAGES, max(1, -(-answer.occurrences // LINES_PER_PAGE))),
        url=url,
        without_boilerplate=concordance_url(asked, lines._replace(boilerplate=False)),
        with_boilerplate=concordance_url(asked, lines._replace(boilerplate=True)),
        profile_url=profile_url(counted),
        timeline_url=profile_url(counted, "wording_timeline.timeline"),
    )


@blueprint.get("/profile")
def profile() -> str:
    """Show the share of reports of each grade, year and area that use a wording."""
    asked = question(facets=())
    answer = wording.profile(engine(), asked) if asked.query else None
    peak = occurrences_url = grades_url = None
    if answer:
        if sum(grade.using > 0 for grade in answer.grades) > 1:
            grades_url = profile_url(asked, "wording_grades.grades")
        peak = next((one for one in answer.years if one.value == answer.peak), None)
        if answer.inflected is not None:
            occurrences_url = concordance_url(asked, address.Lines(inflected=answer.inflected))
    return render_template(
        "wording/profile.html",
        profile=answer,
        peak=peak,
        question=asked,
        bar_chart=bar_chart,
        occurrences_url=occurrences_url,
        grades_url=grades_url,
        timeline_url=profile_url(asked, "wording_timeline.timeline"),
        exact_url=profile_url(replace(asked, query=f'"{asked.query.strip()}"')),
    )


def profile_url(asked: Request, endpoint: str = "wording.profile") -> str:
    """Return the address of a profile, or of another page that counts a wording."""
    pairs = [("q", asked.query), *address.filter_pairs(asked)]
    return f"{url_for(endpoint)}?{urlencode(pairs)}"


@blueprint.get("/compare")
def compare() -> str:
    """Show two wordings side by side."""
    asked = question(facets=())
    with parameters() as parser:
        other = parser.text("other", MAX_QUERY_CHARACTERS).strip()
    has_both = bool(asked.query and other)
    return render_template(
        "wording/compare.html",
        comparison=wording.compare(engine(), asked, other) if has_both else None,
        question=asked,
        other=other,
        bar_chart=bar_chart,
    )


def choices_of(facet: str) -> list[Choice]:
    """Return the values that a facet has in the collection, as they are listed."""
    return [Choice(value, label(facet, value)) for value in engine().names(facet)]


def uses_url(phrase: wording.DistinctivePhrase) -> str:
    """Return the address of the concordance of just the uses of a phrase that were counted."""
    asked = replace(phrase.request, query=phrase.text)
    return concordance_url(asked, address.Lines(within=phrase.within))


@blueprint.get("/distinctive")
def distinctive() -> str:
    """Show the phrases that stand out in a grade, a theme or the result of a search."""
    asked = question(facets=())
    has_question = bool(asked.query or asked.filters or asked.group)
    return render_template(
        "wording/distinctive.html",
        phrases=wording.distinctive(engine(), asked) if has_question else (),
        question=asked,
        has_question=has_question,
        uses_url=uses_url,
        grades=choices_of("grade"),
        themes=choices_of("theme"),
    )


@blueprint.route("/draft", methods=["GET", "POST"])
@heavy
def draft() -> str:
    """Show precedents for each paragraph of a pasted draft, which is then forgotten."""
    text = request.form.get("draft", "")
    answer = wording.alike(engine(), text, NO_FILTERS) if text.strip() else ()
    return render_template(
        "wording/draft.html",
        precedents=answer,
        per_grade=min(PRECEDENTS_PER_GRADE, MAX_DRAFT_PRECEDENTS // max(1, len(answer))),
        draft=text,
        hit_view=HitViewer().view,
    )


@blueprint.get("/like/<report_id>/<anchor>")
def like(report_id: str, anchor: str) -> str:
    """Show the paragraphs of other reports that are most like one."""
    context = context_or_404(report_id, anchor, around=0)
    asked = question(facets=())
    return render_template(
        "wording/like.html",
        context=context,
        precedents=wording.like_paragraph(engine(), context.paragraph.id, asked),
        scopes=search_scopes(context.report),
        query_string=address.query_string(asked),
        per_grade=PRECEDENTS_PER_GRADE,
        hit_view=HitViewer().view,
    )


def search_scopes(report: ReportFacts) -> tuple[tuple[str, str], ...]:
    """Return where to look for paragraphs like one of the report: (in words, query string)."""
    everywhere = ("All other reports", "")
    if not report.authority:
        return (everywhere,)
    same = Request(filters={"authority": (report.authority,)})
    scopes = [everywhere, (f"Only {report.authority}", address.query_string(same))]
    if report.dated:
        later = address.query_string(replace(same, since=report.dated))
        scopes.append((f"Only later reports on {report.authority}", later))
    return tuple(scopes)
