"""Assemble a Report from a file's lines: layout, facts, outline, themes, ids and doubts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from corpus.errors import Refused
from corpus.formats.document import Document
from corpus.frameworks import OTHER, Framework, recognise_framework
from corpus.layout import analyse_layout
from corpus.layout.blocks import BULLET, FURNITURE, HEADING, PARAGRAPH, Block
from corpus.model import Doubt, Judgement, Paragraph, Report, Source
from corpus.patterns import anyof, straighten
from corpus.tagging.themes import Tagging, TaggingInput, tag_paragraphs
from corpus.understanding.doubts import find_doubts
from corpus.understanding.facts import Facts, read_facts
from corpus.understanding.identity import make_paragraph_ids, make_report_id
from corpus.understanding.judgements import find_overall_grade, read_judgements
from corpus.understanding.opening import select_opening
from corpus.understanding.outline import OutlineReader, PlacedBlock, Placement
from corpus.understanding.visit_focus import find_visit_area

INSPECTION_WORDS = anyof(r"\binspect", r"\breview(?:s|ed)?\b", r"\bjudge?ments?\b", r"\bofsted\b")
MIN_INSPECTION_WORDS = 3
MIN_PROSE_BLOCKS = 3
MIN_PROSE_BLOCK_WORDS = 12
"""What a report of no known framework has at least: words on inspection, and prose blocks of so
many words."""

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


def assemble_report(document: Document, source: Source) -> Report:
    """Return the report that a file's lines make.

    Raise Refused where they make none: a file without text, an error page, a shopping list.
    A report that follows no known framework is read as `other`.
    """
    blocks = analyse_layout(document)
    framework = find_framework(blocks)
    check_is_report(blocks, framework, source)
    draft = draft_report(blocks, framework)
    if not draft.paragraphs:
        raise Refused(source.file, "it holds no paragraph of a report", "check that it is complete")
    return complete_report(draft, document, source)


def draft_report(blocks: Sequence[Block], framework: Framework) -> ReportDraft:
    """Return facts, judgements and placed paragraphs of a report of that framework."""
    judgements, judgement_doubts = read_judgements(blocks, framework)
    visit_area = find_visit_area(blocks) if framework.is_letter else None
    intro_area = "about" if framework.intro_kind == "context" else framework.default_area
    outline = OutlineReader(
        framework,
        judgements,
        division=visit_area or framework.default_area,
        placement=Placement(area=intro_area, kind=framework.intro_kind),
    )
    paragraphs = tuple(outline.place_paragraphs(blocks))
    facts = read_facts(blocks, framework)
    doubts = (*judgement_doubts, *outline.doubts)
    return ReportDraft(framework, facts, judgements, paragraphs, doubts)


def find_framework(blocks: Sequence[Block]) -> Framework:
    """Return the framework that the headings of the first page name, else its first words."""
    opening = [b for b in select_opening(blocks) if len(b.text) < MAX_OPENING_LETTERS]
    headings = (b for b in opening if b.kind == HEADING and (b.page or 1) <= 1)
    return recognise_framework(join_texts(headings), join_texts(opening)[:MAX_OPENING_LETTERS])


def join_texts(blocks: Iterable[Block]) -> str:
    """Return the texts of some blocks, straightened, as one."""
    return " ".join(straighten(block.text) for block in blocks)


def check_is_report(blocks: Sequence[Block], framework: Framework, source: Source) -> None:
    """Raise Refused for a file without text, or of no known framework and not on an inspection."""
    texts = [block.text for block in blocks if block.kind not in FURNITURE]
    if not texts:
        raise Refused(source.file, "it holds no text", "if it is a scan, run it through OCR first")
    if framework is not OTHER:
        return
    inspection_words = sum(len(INSPECTION_WORDS.findall(text)) for text in texts)
    prose = [
        block
        for block in blocks
        if block.kind in (PARAGRAPH, BULLET) and len(block.text.split()) >= MIN_PROSE_BLOCK_WORDS
    ]
    if inspection_words < MIN_INSPECTION_WORDS or len(prose) < MIN_PROSE_BLOCKS:
        raise Refused(source.file, "it is not an inspection report", "give the report itself")


def complete_report(draft: ReportDraft, document: Document, source: Source) -> Report:
    """Return the Report of a draft, with ids, themes and doubts."""
    facts, period, framework = draft.facts, draft.facts.period, draft.framework.key
    authority = facts.authority.name if facts.authority else None
    end = period.end if period else None
    report_id = make_report_id(authority, framework, facts.published or end, source.sha256)
    paragraphs = complete_paragraphs(report_id, draft.paragraphs)
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
        publisher=facts.publisher,
    )


def complete_paragraphs(report_id: str, placed: Sequence[PlacedBlock]) -> tuple[Paragraph, ...]:
    """Return the paragraphs in order, each with its id, themes and polarity."""
    ids = make_paragraph_ids(report_id, ((p.block.number, p.block.text) for p in placed))
    inputs = [TaggingInput(p.block.text, p.placement.section, p.placement.kind) for p in placed]
    return tuple(map(complete_paragraph, ids, count(1), placed, tag_paragraphs(inputs)))


def complete_paragraph(
    paragraph_id: str, ordinal: int, placed: PlacedBlock, tagging: Tagging
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
    )
