from datetime import date

import pytest

from corpus.corrections.fields import parse_value


@pytest.mark.parametrize(
    ("subject", "field", "given", "value"),
    [
        ("ash", "authority", "hull", "Kingston upon Hull"),
        ("ash", "authority", " Eastmere  Borough ", "Eastmere Borough"),
        ("ash", "published", date(2024, 5, 1), date(2024, 5, 1)),
        ("ash", "inspection_end", "2024-05-01", date(2024, 5, 1)),
        ("ash", "overall", "Requires improvement", "requires improvement"),
        ("ash", "framework", "ILACS", "ilacs"),
        ("ash", "outcome", 2, 2),
        ("ash", "outcome", "3", 3),
        ("ash", "lead_inspector", "none", None),
        ("ash/p4", "grade", "none", None),
        ("ash/p4", "area", "Care leavers", "care-leavers"),
        ("ash/p4", "themes", ["health", "Education", "health"], ("health", "education")),
        ("ash/p4", "themes", "health, safeguarding", ("health", "safeguarding")),
        ("ash/p4", "themes", "none", ()),
        ("ash/p4", "themes", [], ()),
        ("ash/p4", "section_themes", "Safeguarding", ("safeguarding",)),
        ("ash/p4", "section_themes", "none", ()),
        ("ash/p4", "follow_up-elm", "Moved  on", "moved on"),
        ("ash/p4", "follow_up-elm", "Nothing found", "silent"),
    ],
)
def test_a_value_is_one_that_the_field_may_have(subject, field, given, value):
    assert parse_value(subject, field, given) == value


@pytest.mark.parametrize(
    ("subject", "field", "given", "cause"),
    [
        ("ash", "grade", "good", "cannot be corrected of a report: title, authority"),
        ("ash/p4", "authority", "Kent", "cannot be corrected of a paragraph: section, area"),
        ("ash/p4", "id", "p5", "cannot be corrected"),
        ("ash/p4", "text", "Better.", "cannot be corrected"),
        ("ash", "published", "1 May 2024", "needs a date, such as 2024-12-31"),
        ("ash", "published", 2024, "needs a date"),
        ("ash", "overall", "fine", "is none of outstanding, good"),
        ("ash", "framework", "none", "is none of slac"),
        ("ash/p4", "themes", ["health", "money"], "is none of health"),
        ("ash", "outcome", 4, "is none of 1, 2, 3"),
        ("ash", "title", "", "needs a text"),
        ("ash", "title", "x" * 501, "longer than 500"),
        ("ash", "title", 5, "needs a text"),
        ("ash", "follow_up-elm", "silent", "cannot be corrected of a report"),
        ("ash/p4", "follow_up-", "silent", "cannot be corrected of a paragraph"),
        ("ash/p4", "follow_up-elm", "done", "is none of asked again, moved on, silent"),
        ("ash/p4", "follow_up-elm", "none", "is none of asked again"),
    ],
)
def test_any_other_is_refused_with_what_would_be_one(subject, field, given, cause):
    with pytest.raises(ValueError, match=cause):
        parse_value(subject, field, given)
