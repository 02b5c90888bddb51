"""A result as a page shows it: its texts and addresses, ready for the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from corpus import model
from corpus.model import Paragraph
from search.model import ReportFacts, Span
from search.present.hits import Hit
from web import citations
from web.links import report_url

SIGNS = {"strength": "▲", "weakness": "▼", "mixed": "◆", "neutral": "○"}


@dataclass(frozen=True, slots=True)
class Result:
    """A hit and what a page says of it.

    `home` is the address of its report, `read` that of the paragraph in it. `quote` is the best
    window of the text with its matches marked, `whole` all of it where that is more.
    """

    hit: Hit
    name: str
    where: str
    place: str
    anchor: str
    home: str
    read: str
    quote: Markup
    whole: Markup | None
    labels: Markup
    citation: str


def results(hits: Sequence[Hit], asking: str = "") -> list[Result]:
    """Returns the hits as they are shown; reports that they lead to are asked `asking`: '?q=...'"""
    return [result(hit, asking) for hit in hits]


def result(hit: Hit, asking: str = "") -> Result:
    """Returns one hit as it is shown."""
    paragraph, report = hit.paragraph, hit.report
    home, anchor = report_url(report.id), local(paragraph.id)
    text, marks, window = paragraph.text, hit.marks, hit.snippet
    cut = window.start > 0 or window.end < len(text)
    return Result(
        hit,
        report.authority or report.title,
        f"{label(report.framework, 'framework')}, {citations.known_by(report)}",
        place_of(paragraph),
        anchor,
        home,
        f"{home}{asking}#{anchor}",
        clipped(text, marks, window) if cut else marked(text, marks),
        marked(text, marks) if cut else None,
        labels_of(paragraph),
        citations.citation(report, paragraph),
    )


def local(paragraph_id: str) -> str:
    """Returns the part of a paragraph's id that is its anchor: p43."""
    return paragraph_id.rpartition("/")[2]


def place_of(paragraph: Paragraph) -> str:
    """Returns 'paragraph 43, page 15', as a reader would look it up."""
    number = f"paragraph {paragraph.number}" if paragraph.number else "unnumbered paragraph"
    return f"{number}, page {paragraph.page}" if paragraph.page else number


def whose(paragraph: Paragraph, report: ReportFacts) -> str:
    """Returns 'paragraph 43, page 15 of Kent', for those who hear a link alone."""
    return f"{place_of(paragraph)} of {report.authority or report.title}"


def label(value: str | None, facet: str) -> str:
    """Returns the label of a facet's value, nothing where there is none."""
    return model.label(facet, value or "")


def marked(text: str, marks: Sequence[Span], window: Span | None = None) -> Markup:
    """Returns the text, or the window of it, escaped, with the marked spans in <mark>."""
    at, end = (window.start, window.end) if window else (0, len(text))
    out: list[str] = []
    for mark in sorted(marks, key=starts):
        first, last = max(mark.start, at), min(mark.end, end)
        if first < last:
            out += (escape(text[at:first]), "<mark>", escape(text[first:last]), "</mark>")
            at = last
    out.append(escape(text[at:end]))
    return Markup("".join(out))


def starts(mark: Span) -> int:
    """Returns where a mark begins."""
    return mark.start


def clipped(text: str, marks: Sequence[Span], window: Span) -> Markup:
    """Returns the window of the text, with dots where it leaves something out."""
    before, after = "… " * (window.start > 0), " …" * (window.end < len(text))
    return Markup(f"{before}{marked(text, marks, window)}{after}")


def labels_of(paragraph: Paragraph) -> Markup:
    """Returns grade, themes, kind and polarity of a paragraph as items of a list."""
    one = paragraph
    return labels(one.grade, tuple(one.themes), one.kind, one.timescale, one.polarity)


@lru_cache(maxsize=1024)
def labels(
    grade: str | None,
    themes: tuple[str, ...],
    kind: str,
    timescale: str | None,
    polarity: str | None,
) -> Markup:
    """Returns the labels as items of a list; there are few combinations of them."""
    items = [Markup('<li class="tag">{}</li>').format(label(one, "theme")) for one in themes]
    if grade:
        items.insert(0, Markup("<li>{}</li>").format(graded(grade)))
    if kind != "finding":
        told = label(kind, "kind") + (f": {timescale}" if timescale else "")
        items.append(Markup('<li class="tag tag-kind">{}</li>').format(told))
    if polarity:
        sign = Markup('<span aria-hidden="true">{}</span>').format(SIGNS[polarity])
        told = Markup("{} {}").format(sign, label(polarity, "polarity"))
        items.append(Markup('<li class="polarity polarity-{}">{}</li>').format(polarity, told))
    return Markup("").join(items)


@lru_cache(maxsize=16)
def graded(grade: str | None) -> Markup:
    """Returns the grade as a word in its colour, nothing where there is none."""
    if not grade:
        return Markup("")
    mark = Markup('<strong class="grade grade-{}">{}</strong>')
    return mark.format(grade.replace(" ", "-"), label(grade, "grade"))
