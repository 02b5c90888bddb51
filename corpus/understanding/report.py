"""Assemble a Report from a file's lines: layout, facts, outline, themes, ids and doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from corpus.errors import Refused
from corpus.formats.document import Document
from corpus.frameworks.framework import Framework
from corpus.layout import analyse_layout
from corpus.layout.blocks import FURNITURE, HEADING, PAGE_NUMBER, ROW, Block
from corpus.layout.page_doubts import find_page_doubts
from corpus.model import Doubt, Judgement, Paragraph, Report, Source
from corpus.patterns import anyof, straighten
from corpus.registry import registry
from corpus.tagging.themes import Tagging, TaggingInput, tag_paragraphs
from corpus.understanding.doubts import find_doubts
from corpus.understanding.facts import Facts, read_facts
from corpus.understanding.grading.grades_behind import bring_grades_forward
from corpus.understanding.grading.judgements import find_overall_grade, read_judgements
from corpus.understanding.identity import make_paragraph_ids, make_report_id
from corpus.understanding.opening import is_line, list_cells, select_cover, select_opening
from corpus.understanding.origin.document_types import find_other_type, find_signs
from corpus.understanding.origin.publishers import find_publisher, find_publisher_of_framework
from corpus.understanding.outline.accounting import find_lost_blocks
from corpus.understanding.outline.decimal_numbers import take_out_decimals
from corpus.understanding.outline.lead_ins import find_leads
from corpus.understanding.outline.list_numbers import number_below_labels, take_out_numbers
from corpus.understanding.outline.open_headings import OpenHeadings, Placement
from corpus.understanding.outline.placement import PlacedBlock
from corpus.understanding.outline.reader import OutlineReader
from corpus.understanding.outline.second_numbers import take_out_second_numbers, text_as_printed
from corpus.understanding.outline.tables import join_rows
from corpus.understanding.visit_focus import find_visit_area

TELLS_OF_ITSELF = anyof(
    r"\bthis (?:letter|report)\b.{0,100}\b(?:outlines|summarises|sets out|gives|presents|is)\b"
)
"""A sentence in which a report says what it is on."""

MAX_OPENING_LETTERS = 3000
"""Letters of an opening, and of a block in it, in which the framework is looked for."""


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """All that a report holds before its paragraphs get ids and tags."""

    framework: Framework
    facts: Facts
    judgements: tuple[Judgement, ...]
    paragraphs: tuple[PlacedBlock, ...]
    doubts: tuple[Doubt, ...]


def assemble_report(
    document: Document, source: Source, framework: Framework | None = None
) -> Report:
    """Return the report that a file's lines make, by a given framework or the one they follow.

    Raise Refused where they make none: a file without text, an error page, a shopping list.
    A report that follows no known framework is read as `other`.
    """
    all_blocks = analyse_layout(document)
    blocks = take_out_second_numbers(
        [*take_out_decimals(b for b in all_blocks if b.kind != PAGE_NUMBER)]
    )
    publisher = find_publisher(blocks)
    framework = framework or find_framework(blocks, publisher)
    type_doubts = tuple(check_is_report(blocks, framework, publisher, source))
    draft = draft_report(blocks, framework)
    if not draft.paragraphs:
        raise Refused(source.file, "it holds no paragraph of a report", "check that it is complete")
    report = complete_report(draft, document, source)
    doubts = (*type_doubts, *find_page_doubts(document, all_blocks), *report.doubts)
    publisher = publisher or find_publisher_of_framework(blocks, framework)
    return replace(report, publisher=publisher, doubts=doubts)


def draft_report(blocks: Sequence[Block], framework: Framework) -> ReportDraft:
    """Return facts, judgements and placed paragraphs of a report of that framework."""
    if framework.scale and framework.has_grades_behind:
        blocks = bring_grades_forward(blocks, framework.scale)
    judgements, judgement_doubts = read_judgements(blocks, framework)
    visit_area = find_visit_area(blocks) if framework.is_letter else None
    intro_area = "about" if framework.intro_kind == "context" else framework.default_area
    outline = OutlineReader(
        framework,
        judgements,
        division=visit_area or framework.default_area,
        headings=OpenHeadings(Placement(area=intro_area, kind=framework.intro_kind)),
    )
    blocks = list(number_below_labels(list(join_rows(blocks, framework))))
    outcomes = take_out_numbers(outline.place_blocks(blocks))
    facts = read_facts(blocks, framework)
    lost = find_lost_blocks(outcomes, judgements, framework.scale, facts.title)
    doubts = (*judgement_doubts, *outline.doubts, *lost)
    paragraphs = tuple(outcome for outcome in outcomes if isinstance(outcome, PlacedBlock))
    return ReportDraft(framework, facts, judgements, paragraphs, doubts)


def find_framework(blocks: Sequence[Block], publisher: str | None) -> Framework:
    """Return the framework that the headings of the cover name, else its lines, else a line or cell
    of the first page, or of the opening of its known publisher's reports, else its words.

    The words count where an inspectorate published the report, else only where they say what this
    letter or report is on: any text may mention an inspection.
    """
    opening = [b for b in select_opening(blocks) if len(b.text) < MAX_OPENING_LETTERS]
    cover = [b for b in select_cover(opening) if b.kind != ROW and (b.page or 1) <= 1]
    headings = (b for b in cover if b.kind == HEADING)
    words = (b for b in opening if publisher or TELLS_OF_ITSELF.search(straighten(b.text)))
    texts = [
        join_texts(part)[:MAX_OPENING_LETTERS] for part in (headings, filter(is_line, cover), words)
    ]
    named = registry().recognise_framework(*texts[:2])
    if named.is_fallback:
        lines = [b for b in opening if is_line(b)]
        first_page = [cell for b in lines if (b.page or 1) <= 1 for cell in list_cells(b)]
        named = registry().recognise_cover(first_page)
    if named.is_fallback and publisher:
        cells = (cell for b in lines for cell in list_cells(b))
        named = registry().recognise_cover(cells, publisher)
    return registry().recognise_framework(texts[2]) if named.is_fallback else named


def join_texts(blocks: Iterable[Block]) -> str:
    """Return the texts of some blocks, straightened, as one."""
    return " ".join(straighten(block.text) for block in blocks)


def check_is_report(
    blocks: Sequence[Block], framework: Framework, publisher: str | None, source: Source
) -> Iterator[Doubt]:
    """Yield a doubt for a file with one sign of an inspection report (`document_types.py`).

    Raise Refused for a file without text, for one whose title says that it is another document,
    and for one of no known framework that has no such sign.
    """
    if all(block.kind in FURNITURE for block in blocks):
        raise Refused(source.file, "it holds no text", "check that it is complete")
    other_type = find_other_type(blocks) if publisher is None else None
    if other_type:
        cause = f"it is not an inspection report: its title says that it is {other_type}"
        raise Refused(source.file, cause, "give the report itself")
    signs = find_signs(blocks, publisher) if framework.is_fallback else ()
    if framework.is_fallback and not signs:
        raise Refused(source.file, "it is not an inspection report", "give the report itself")
    if len(signs) == 1:
        message = f"it may be no inspection report: only {signs[0]}"
        yield Doubt("inspection-doubtful", message)


def complete_report(draft: ReportDraft, document: Document, source: Source) -> Report:
    """Return the Report of a draft, with ids, themes and doubts."""
    facts, period, framework = draft.facts, draft.facts.period, draft.framework.key
    authority = facts.authority.name if facts.authority else None
    end = period.end if period else None
    report_id = make_report_id(authority, framework, facts.published or end, source.sha256)
    paragraphs = complete_paragraphs(report_id, draft.paragraphs, draft.framework)
    doubts = find_doubts(facts, draft.framework, draft.judgements, paragraphs)
    return Report(
        id=report_id,
        title=facts.title or document.title or report_id,
        authority=authority,
        region=facts.authority.region if facts.authority else None,
        framework=framework,
        inspection_start=period.start if period else None,
        inspection_end=end,
        published=facts.published,
        lead_inspector=facts.lead_inspector,
        overall=find_overall_grade(draft.judgements),
        outcome=facts.outcome,
        judgements=draft.judgements,
        source=source,
        paragraphs=paragraphs,
        doubts=(*draft.doubts, *doubts),
        invented=facts.invented,
        scale=find_scale(draft.framework),
        urn=facts.urn,
    )


def find_scale(framework: Framework) -> str | None:
    """Return the key of the scale that reports of a framework are graded by.

    The words of a report of no known framework may be of any scale.
    """
    return None if framework.is_fallback or framework.scale is None else framework.scale.key


def complete_paragraphs(
    report_id: str, placed: Sequence[PlacedBlock], framework: Framework
) -> tuple[Paragraph, ...]:
    """Return the paragraphs in order, each with its id, themes and polarity."""
    named_by = ((p.block.number, text_as_printed(p.block)) for p in placed)
    ids = make_paragraph_ids(report_id, named_by)
    inputs = [TaggingInput(p.block.text, p.placement.section, p.placement.kind) for p in placed]
    leads = find_leads((p.block, p.placement.path) for p in placed)
    taggings, themes_of = tag_paragraphs(inputs), find_themes_of_sections(placed, framework)
    section_themes = (themes_of[p.placement.path, p.placement.area] for p in placed)
    return tuple(map(complete_paragraph, ids, count(1), placed, taggings, leads, section_themes))


def find_themes_of_sections(
    placed: Iterable[PlacedBlock], framework: Framework
) -> Mapping[tuple[tuple[str, ...], str | None], tuple[str, ...]]:
    """Return the themes that paragraphs have by their section, once for each path and area."""
    places = {(p.placement.path, p.placement.area) for p in placed}
    return {place: tuple(framework.find_section_themes(*place)) for place in places}


def complete_paragraph(
    paragraph_id: str,
    ordinal: int,
    placed: PlacedBlock,
    tagging: Tagging,
    lead: str | None,
    section_themes: tuple[str, ...],
) -> Paragraph:
    """Return the Paragraph of a placed block."""
    block, placement = placed.block, placed.placement
    return Paragraph(
        id=paragraph_id,
        ordinal=ordinal,
        number=block.number,
        page=block.page,
        section=placement.section,
        area=placement.area,
        grade=placement.grade,
        kind=placement.kind,
        timescale=placement.timescale,
        themes=tagging.themes,
        polarity=tagging.polarity,
        text=block.text,
        path=placement.path,
        lead=lead,
        section_themes=section_themes,
    )
