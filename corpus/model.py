"""The records of a report, and their closed sets: areas, kinds, polarities, and our themes.

A report is one published inspection report or letter. Its framework is the inspection programme
that it follows. Its judgements are graded areas ("Overall effectiveness"); area SEND reports
give one of three outcomes instead. A paragraph stands in a section, under the heading printed
above it; the area maps that heading to one list for all frameworks. Its kind is what it is for:
a finding, a recommendation (an action asked for) or context (about the inspection or the place).
Its themes are what it is about, its polarity whether it praises or criticises.

Frameworks and grades are data (`corpus/frameworks`): `corpus/registry.py` knows their values.
Nothing here reads or writes anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a closed set: `key` in data and URLs, `label` on the page."""

    key: str
    label: str


AREAS = (
    Choice("overall", "Overall effectiveness"),
    Choice("help-and-protection", "Help and protection"),
    Choice("children-in-care", "Children in care"),
    Choice("care-leavers", "Care leavers"),
    Choice("adoption", "Adoption"),
    Choice("leadership", "Leadership"),
    Choice("partnership", "Partnership"),
    Choice("health", "Health"),
    Choice("education", "Education"),
    Choice("send", "Special educational needs and disabilities"),
    Choice("about", "About the inspection"),
)

KINDS = (
    Choice("finding", "Finding"),
    Choice("recommendation", "Recommendation"),
    Choice("context", "Context"),
)

POLARITIES = (
    Choice("strength", "Strength"),
    Choice("weakness", "Weakness"),
    Choice("mixed", "Mixed"),
    Choice("neutral", "Neutral"),
)

FOLLOW_UPS = (
    Choice("asked again", "Asked again"),
    Choice("moved on", "Moved on"),
    Choice("silent", "Nothing found"),
)
"""What a later report says of a recommendation."""

THEMES = (
    Choice("health", "Health"),
    Choice("education", "Education"),
    Choice("safeguarding", "Safeguarding"),
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A graded area of a report, under the name that its table of judgements prints."""

    name: str
    grade: str
    area: str | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a curator should check, because the reader could not be sure of it."""

    kind: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class FieldCorrection:
    """What a curator corrected: a field of a paragraph, by its anchor, or of the report (None).

    `read` is the value that the reader read, `value` the one that counts, both as pages show
    them. `is_applied` is false where the report has no such paragraph.
    """

    paragraph: str | None
    field: str
    read: str | None
    value: str | None
    is_applied: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """The file a report was read from; `pages` is None where the format has none.

    `recognised_pages` are those that are pictures, of which the text was recognised (OCR).
    `read_as` is the framework that it was read by because a curator named it; None is the one that
    the reader told.
    """

    file: str
    sha256: str
    pages: int | None
    recognised_pages: tuple[int, ...] = ()
    read_as: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a person sees as one paragraph.

    `ordinal` counts from 1 through the report; `number` is the one printed before it. `section`
    is the heading it stands under, as printed, `area` the key of that heading's area, `grade`
    that of the judgement it stands in. `timescale` is the one printed over a recommendation.
    `path` are all headings above it, outermost first: the section is the last of them that names
    what the paragraph is about. `lead` is the open sentence that leads into an item of a list.
    `themes` are told by its words, `section_themes` by the headings above it.
    """

    id: str
    ordinal: int
    number: int | None
    page: int | None
    section: str | None
    area: str | None
    grade: str | None
    kind: str
    timescale: str | None
    themes: tuple[str, ...]
    polarity: str | None
    text: str
    path: tuple[str, ...] = ()
    lead: str | None = None
    section_themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One published inspection report. None stands for what is not printed; nothing is guessed.

    `publisher` is the inspectorate that the report says it is of; those of a joint inspection are
    joined ("A, B and C"). `scale` is the key of the grade scale of its framework; None where that
    has no grades, and where the framework is not known. `urn` is the number that a publisher knows
    its subject by, `source_url` the address that it was published at. `withdrawn` says that its
    publisher withdrew or replaced it ("withdrawn on 2021-03-04"); None is a report that stands.
    `from_catalogue` names the facts that the file does not print and a catalogue gave
    (`corpus.catalogue`), in alphabetical order.
    """

    id: str
    title: str
    authority: str | None
    region: str | None
    framework: str
    inspection_start: date | None
    inspection_end: date | None
    published: date | None
    lead_inspector: str | None
    overall: str | None
    outcome: int | None
    judgements: tuple[Judgement, ...]
    source: Source
    paragraphs: tuple[Paragraph, ...]
    doubts: tuple[Doubt, ...] = ()
    invented: bool = False
    publisher: str | None = None
    scale: str | None = None
    urn: str | None = None
    source_url: str | None = None
    withdrawn: str | None = None
    from_catalogue: tuple[str, ...] = ()
    corrections: tuple[FieldCorrection, ...] = ()

    @property
    def recognised_pages(self) -> tuple[int, ...]:
        """The pages of its file that are pictures, of which the text was recognised (OCR)."""
        return self.source.recognised_pages

    @property
    def dated(self) -> date | None:
        """The day that sorting and year facets use: published, else the inspection's end."""
        return self.published or self.inspection_end


def report_id_of(paragraph_id: str) -> str:
    """Return the part of a paragraph's id that is the id of its report."""
    return paragraph_id.rpartition("/")[0]


def anchor_of(paragraph_id: str) -> str:
    """Return the part of a paragraph's id that tells it in its report: p43."""
    return paragraph_id.rpartition("/")[2]
