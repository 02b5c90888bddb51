"""Small invented reports, of what a test states and defaults for the rest; and segments of them."""

import hashlib
from datetime import date

from corpus.model import Paragraph, Report, Source
from index.merge_policy import write_segment
from index.segments.build import Builder
from index.segments.reader import SegmentReader


def paragraph(report_id, place, text, **fields):
    return Paragraph(
        **{
            "id": f"{report_id}/p{place}",
            "ordinal": place,
            "number": place,
            "page": 1,
            "section": "Leadership",
            "area": "leadership",
            "grade": "good",
            "kind": "finding",
            "timescale": None,
            "themes": (),
            "polarity": None,
            "text": text,
            **fields,
        }
    )


def report(name, *paragraphs, day=date(2020, 1, 31), file=None, **fields):
    """A report of the paragraphs' texts, or of (text, fields) pairs."""
    pairs = [entry if isinstance(entry, tuple) else (entry, {}) for entry in paragraphs]
    sha = hashlib.sha256(repr((name, pairs)).encode()).hexdigest()
    return Report(
        **{
            "id": name,
            "title": f"Inspection of {name}",
            "authority": name.title(),
            "region": None,
            "framework": "ilacs",
            "inspection_start": None,
            "inspection_end": None,
            "published": day,
            "lead_inspector": None,
            "overall": "good",
            "outcome": None,
            "judgements": (),
            "source": Source(file or f"{name}.md", sha, None),
            "paragraphs": tuple(
                paragraph(name, place, text, **paragraph_fields)
                for place, (text, paragraph_fields) in enumerate(pairs, 1)
            ),
            **fields,
        }
    )


def stored_columns(*reports, reader=1):
    """The stored columns of a segment of reports."""
    builder = Builder()
    for report_to_add in reports:
        builder.add(report_to_add, reader)
    return builder.stored_columns()


def open_reader(data, *reports):
    """A reader of a new segment of reports in the directory `data`."""
    return SegmentReader(data / write_segment(data, stored_columns(*reports)).file)
