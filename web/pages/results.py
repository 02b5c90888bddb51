"""Hits as a page shows them: texts, marks, labels and addresses, ready for the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from markupsafe import Markup, escape

from corpus.model import Paragraph, anchor_of
from corpus.registry import label, registry
from search.model import ReportFacts, Span
from search.present.hits import Hit
from web import citations
from web.links import reading_url, report_url
from web.pages.overall_grades import describe_grades

MAX_NAME = 200  # characters of a name, title or heading in a list
MAX_TEXT = 20_000  # characters of a paragraph that a list of results shows whole
MAX_PAGE_TEXT = 150_000  # characters of whole paragraphs on one page, with their marks
MAX_CARRIED_QUERY = 500  # characters of a query that links to reports repeat
POLARITY_SIGNS = {"strength": "▲", "weakness": "▼", "mixed": "◆", "neutral": "○"}
BY_SECTION = Markup('<li class="tag tag-section">{} <span class="by">by its section</span></li>')


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit with the texts and addresses that a page shows for it.

    `grades` says which overall grades are around it. `lead` is what leads into it, marked.
    `read_url` is the address of the paragraph in its report at `report_url`. `snippet` is the best
    window of the text with its matches marked, `full_text` all of it where that is more; but a text
    that is `too_long` for the page is to be read at its own address.
    """

    hit: Hit
    lead: Markup
    name: str
    where: str
    grades: Markup
    place: str
    anchor: str
    report_url: str
    read_url: str
    snippet: Markup
    full_text: Markup | None
    too_long: bool
    section: str
    labels: Markup
    citation: str


class HitViewer:
    """Makes the views of the hits of one page; links to their reports mark the matches of `query`.

    The page shows MAX_PAGE_TEXT characters of whole paragraphs. Where that is used up, and where
    a paragraph alone is longer than MAX_TEXT, it shows the excerpt and links to the paragraph.
    """

    def __init__(self, query: str = "") -> None:
        self.query = query if len(query) <= MAX_CARRIED_QUERY else ""
        self.room = MAX_PAGE_TEXT

    def view(self, hit: Hit) -> HitView:
        """Return the view of one hit."""
        paragraph, report = hit.paragraph, hit.report
        anchor = anchor_of(paragraph.id)
        text, marks, window = paragraph.text, hit.marks, hit.snippet
        is_cut = window.start > 0 or window.end < len(text)
        full_text = self.whole(text, marks) if is_cut else None
        return HitView(
            hit,
            highlight(paragraph.lead or "", hit.lead_marks),
            name_of(report),
            f"{label('framework', report.framework)}, {citations.long_date(report.dated)}",
            describe_grades(hit.grades),
            place_of(paragraph),
            anchor,
            report_url(report.id),
            reading_url(report.id, anchor, paragraph.ordinal, self.query),
            excerpt(text, marks, window) if is_cut else highlight(text, marks),
            full_text,
            is_cut and full_text is None,
            shorten(paragraph.section or ""),
            label_items(paragraph, report.scale),
            citations.citation(report, paragraph),
        )

    def whole(self, text: str, marks: Sequence[Span]) -> Markup | None:
        """Return all of a paragraph, highlighted, None where the page has no room for it."""
        if len(text) > min(MAX_TEXT, self.room):
            return None
        full_text = highlight(text, marks)
        if len(full_text) > self.room:
            return None
        self.room -= len(full_text)
        return full_text


def name_of(report: ReportFacts) -> str:
    """Return what a report is called in a list: its authority, else its title, not too long."""
    return shorten(report.authority or report.title)


def shorten(text: str, characters: int = MAX_NAME) -> str:
    """Return a name or heading as lists show it: one that is far too long is cut, with dots."""
    return text if len(text) <= characters else f"{text[:characters].rstrip()}…"


def place_of(paragraph: Paragraph) -> str:
    """Return 'paragraph 43, page 15', as a reader would look it up."""
    name = citations.paragraph_name(paragraph)
    return f"{name}, page {paragraph.page}" if paragraph.page else name


def highlight(
    text: str,
    marks: Sequence[Span],
    window: Span | None = None,
    tags: tuple[str, str] = ("<mark>", "</mark>"),
) -> Markup:
    """Return the text, or the window of it, escaped, with each of the marks between two tags."""
    position, end = (window.start, window.end) if window else (0, len(text))
    out: list[str] = []
    for mark in sorted(marks, key=attrgetter("start")):
        first, last = max(mark.start, position), min(mark.end, end)
        if first < last:
            out += (escape(text[position:first]), tags[0], escape(text[first:last]), tags[1])
            position = last
    out.append(escape(text[position:end]))
    return Markup("".join(out))


def excerpt(text: str, marks: Sequence[Span], window: Span) -> Markup:
    """Return the window of the text, highlighted, with dots where text is left out."""
    before, after = "… " * (window.start > 0), " …" * (window.end < len(text))
    return Markup(f"{before}{highlight(text, marks, window)}{after}")


def label_items(paragraph: Paragraph, scale: str | None = None) -> Markup:
    """Return grade, themes, kind and polarity of a paragraph as <li> items. `scale` is that of its
    report. A theme by the section alone says so.
    """
    return build_label_items(
        paragraph.grade,
        scale,
        tuple(paragraph.themes),
        tuple(theme for theme in paragraph.section_themes if theme not in paragraph.themes),
        paragraph.kind,
        paragraph.timescale,
        paragraph.polarity,
    )


@lru_cache(maxsize=1024)
def build_label_items(
    grade: str | None,
    scale: str | None,
    themes: tuple[str, ...],
    section_themes: tuple[str, ...],
    kind: str,
    timescale: str | None,
    polarity: str | None,
) -> Markup:
    """Return the labels as <li> items; cached, since there are few combinations of them."""
    items = [Markup('<li class="tag">{}</li>').format(label("theme", theme)) for theme in themes]
    items += [BY_SECTION.format(label("theme", theme)) for theme in section_themes]
    if grade:
        items.insert(0, Markup("<li>{}</li>").format(grade_badge(grade, scale)))
    if kind != "finding":
        text = label("kind", kind) + (f": {timescale}" if timescale else "")
        items.append(Markup('<li class="tag tag-kind">{}</li>').format(text))
    if polarity:
        items.append(
            Markup(
                '<li class="polarity polarity-{}"><span aria-hidden="true">{}</span> {}</li>'
            ).format(polarity, POLARITY_SIGNS[polarity], label("polarity", polarity))
        )
    return Markup("").join(items)


@lru_cache(maxsize=256)
def grade_badge(grade: str | None, scale: str | None = None) -> Markup:
    """Return the grade as a word in the colour of its tone, empty for None."""
    if not grade:
        return Markup("")
    known = registry().find_grade(grade, scale)
    badge = Markup('<strong class="grade tone-{}">{}</strong>')
    return badge.format(known.tone if known else "unknown", known.label if known else grade)
