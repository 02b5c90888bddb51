"""Small reports for tests, made of what a test wants to say and nothing else."""

import hashlib
from datetime import date

from corpus.model import Paragraph, Report, Source


def paragraph(report_id, place, text, **other):
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
            **other,
        }
    )


def report(name, *paragraphs, day=date(2020, 1, 31), file=None, **other):
    """A report of the paragraphs' texts, or of (text, fields) pairs."""
    told = [one if isinstance(one, tuple) else (one, {}) for one in paragraphs]
    sha = hashlib.sha256(repr((name, told)).encode()).hexdigest()
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
                paragraph(name, place, text, **fields)
                for place, (text, fields) in enumerate(told, 1)
            ),
            **other,
        }
    )
