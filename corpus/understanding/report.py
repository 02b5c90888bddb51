"""From a file's lines to a Report: layout, facts, places, themes, ids and doubts put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from corpus.errors import Refused
from corpus.formats.document import Document
from corpus.frameworks import OTHER, Framework, recognise
from corpus.layout import analyse_layout
from corpus.layout.blocks import BULLET, FURNITURE, HEADING, PARAGRAPH, Block
from corpus.model import Doubt, Judgement, Paragraph, Report, Source
from corpus.patterns import anyof
from corpus.tagging.themes import Passage, Tagging, tag_all
from corpus.understanding.doubts import doubts_of
from corpus.understanding.facts import Facts, opening_of, read_facts, straight
from corpus.understanding.identity import paragraph_ids, report_id
from corpus.understanding.judgements import overall_grade, read_judgements
from corpus.understanding.outline import Place, Reader, Standing
from corpus.understanding.topics import topic_of

EVIDENCE = anyof(r"\binspect", r"\breview(?:s|ed)?\b", r"\bjudge?ments?\b", r"\bofsted\b")
LEAST_MENTIONS = 3
LEAST_PROSE = 3
PROSE_WORDS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of a report before it gets its ids."""

    framework: Framework
    facts: Facts
    judgements: tuple[Judgement, ...]
    standings: tuple[Standing, ...]
    doubts: tuple[Doubt, ...]


def understand(document: Document, source: Source) -> Report:
    """Returns the report that a file's lines make.

    Raises Refused where they make none: a file without text, an error page, a shopping list.
    A report that follows no known framework is read as `other`.
    """
    blocks = analyse_layout(document)
    framework = framework_of(blocks)
    refuse_strangers(blocks, framework, source)
    reading = read(blocks, framework)
    if not reading.standings:
        raise Refused(source.file, "it holds no paragraph of a report", "check that it is complete")
    return assembled(document, source, reading)


def read(blocks: Sequence[Block], framework: Framework) -> Reading:
    """Returns facts, judgements and placed paragraphs of a report of that framework."""
    judgements, unreadable = read_judgements(blocks, framework)
    home = (topic_of(blocks) if framework.letter else None) or framework.home
    area = "about" if framework.intro == "context" else framework.home
    reader = Reader(framework, judgements, home, Place(area=area, kind=framework.intro))
    standings = tuple(reader.read(blocks))
    facts = read_facts(blocks, framework)
    return Reading(framework, facts, judgements, standings, (*unreadable, *reader.doubts))


def framework_of(blocks: Sequence[Block]) -> Framework:
    """Returns the framework that the opening's headings tell, else its first words."""
    opening = [block for block in opening_of(blocks) if len(block.text) < 3000]
    headings = " ".join(
        straight(b.text) for b in opening if b.kind == HEADING and (b.page or 1) <= 1
    )
    return recognise(headings, " ".join(straight(b.text) for b in opening)[:3000])


def refuse_strangers(blocks: Sequence[Block], framework: Framework, source: Source) -> None:
    """Raises Refused where text of no known framework does not speak of an inspection either."""
    texts = [block.text for block in blocks if block.kind not in FURNITURE]
    if not texts:
        raise Refused(source.file, "it holds no text", "if it is a scan, run it through OCR first")
    if framework is not OTHER:
        return
    mentions = sum(len(EVIDENCE.findall(text)) for text in texts)
    prose = [
        b for b in blocks if b.kind in (PARAGRAPH, BULLET) and len(b.text.split()) >= PROSE_WORDS
    ]
    if mentions < LEAST_MENTIONS or len(prose) < LEAST_PROSE:
        raise Refused(source.file, "it is no inspection report", "give the report itself")


def assembled(document: Document, source: Source, reading: Reading) -> Report:
    """Returns the Report of what was read, with ids, themes and doubts."""
    facts, period, key = reading.facts, reading.facts.period, reading.framework.key
    authority = facts.authority.name if facts.authority else None
    end = period.end if period else None
    identity = report_id(authority, key, facts.published or end, source.sha256)
    paragraphs = numbered(identity, reading.standings)
    found = doubts_of(facts, reading.framework, reading.judgements, paragraphs)
    return Report(
        id=identity,
        title=facts.title or document.title or identity,
        authority=authority,
        region=facts.authority.region if facts.authority else None,
        framework=key,
        inspection_start=period.start if period else None,
        inspection_end=end,
        published=facts.published,
        lead_inspector=facts.lead_inspector,
        overall=overall_grade(reading.judgements),
        outcome=facts.outcome,
        judgements=reading.judgements,
        source=source,
        paragraphs=paragraphs,
        doubts=(*reading.doubts, *found),
        invented=facts.invented,
    )


def numbered(report: str, standings: Sequence[Standing]) -> tuple[Paragraph, ...]:
    """Returns the paragraphs in order, each with its id, themes and polarity."""
    ids = paragraph_ids(report, ((s.block.number, s.block.text) for s in standings))
    taggings = tag_all([Passage(s.block.text, s.place.section, s.place.kind) for s in standings])
    return tuple(map(paragraph, ids, count(1), standings, taggings))


def paragraph(identity: str, ordinal: int, standing: Standing, tagging: Tagging) -> Paragraph:
    """Returns the Paragraph of a block that stands at a place."""
    block, place = standing.block, standing.place
    return Paragraph(
        id=identity,
        ordinal=ordinal,
        number=block.number,
        page=block.page,
        section=place.section,
        area=place.area,
        grade=place.grade,
        kind=place.kind,
        timescale=place.timescale,
        themes=tagging.themes,
        polarity=tagging.polarity,
        text=block.text,
    )
