"""The overall grades around a paragraph in words: of its report, and of its authority."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from search.model import GradedInspection, GradesAround
from search.present.sentence import label_in_sentence
from web.citations import long_date
from web.links import report_url

FOLLOWS = Markup('follows the <a href="{}">inspection of {}</a>, graded {}')


def describe_grades(grades: GradesAround) -> Markup:
    """Return what is said of the grades around a paragraph, as one line; empty for none.

    That of the authority is said where the others do not say it already.
    """
    followed = grades.follows
    known = grades.report_overall, followed.overall if followed else None
    now = grades.authority_overall if grades.authority_overall not in known else None
    parts = [
        plain_part("report graded {}", grades.report_overall),
        follows_part(followed) if followed else Markup(""),
        plain_part("authority last graded {}", now),
    ]
    return Markup("; ").join(part for part in parts if part)


@lru_cache(maxsize=64)
def plain_part(words: str, grade: str | None) -> Markup:
    """Return the part that gives one grade, empty for None."""
    return Markup(words).format(label_in_sentence("grade", grade)) if grade else Markup("")


def follows_part(followed: GradedInspection) -> Markup:
    """Return the part that names the graded inspection that a visit followed."""
    grade = label_in_sentence("grade", followed.overall or "")
    return FOLLOWS.format(report_url(followed.id), long_date(followed.dated), grade)
