"""What was read of a report, as a text and as tables that tests of frameworks compare."""

from collections.abc import Iterator

from corpus.model import Paragraph, Report

FACTS = (
    *("framework", "title", "authority", "publisher", "urn", "scale"),
    *("inspection_start", "inspection_end", "published", "lead_inspector", "overall"),
)


def describe(report: Report) -> str:
    """Return all that was read of a report, as a text to compare: an unknown fact is left out.

    A paragraph has a line with the headings above it, one with its kind, area, grade, number,
    timescale and what leads into it, and then its text.
    """
    return "\n".join(describe_lines(report)) + "\n"


def describe_lines(report: Report) -> Iterator[str]:
    """Yield the lines of the description."""
    yield from (f"{name}: {getattr(report, name)}" for name in FACTS if getattr(report, name))
    yield from (f"judgement: {j.name} | {j.grade} | {j.area or ''}" for j in report.judgements)
    yield from (f"doubt: {doubt.kind}: {doubt.message}" for doubt in report.doubts)
    path: tuple[str, ...] = ()
    for paragraph in report.paragraphs:
        if paragraph.path != path:
            path = paragraph.path
            is_last = not path or paragraph.section == path[-1]
            yield (
                "\n== " + " > ".join(path) + ("" if is_last else f" (section: {paragraph.section})")
            )
        yield ", ".join(describe_place(paragraph))
        yield f"    {paragraph.text}"


def describe_place(paragraph: Paragraph) -> Iterator[str]:
    """Yield kind, area, grade, number, timescale and lead of a paragraph, as far as it has them."""
    yield paragraph.kind
    yield from filter(None, (paragraph.area, paragraph.grade))
    if paragraph.number is not None:
        yield f"number {paragraph.number}"
    yield from filter(None, (paragraph.timescale, paragraph.lead))


def facts_read(report, facts):
    """Return those of a report's facts that a test names, as texts."""
    read = {name: getattr(report, name) for name in facts}
    return {name: value and str(value) for name, value in read.items()}


def judgements_read(report):
    """Return (name, grade, area) for each judgement of a report."""
    return [(j.name, j.grade, j.area) for j in report.judgements]


def paragraphs_read(report):
    """Return (first four words, section, area, grade, kind) for each paragraph of a report."""
    return [
        (" ".join(p.text.split()[:4]), p.section, p.area, p.grade, p.kind)
        for p in report.paragraphs
    ]
