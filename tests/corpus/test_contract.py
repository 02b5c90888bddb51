import json
from datetime import date

from corpus.contract import from_json, to_json
from corpus.model import Doubt, FieldCorrection, Judgement, Paragraph, Report, Source

REPORT = Report(
    id="borrowdale-slac-2011-05-06",
    title="Inspection of safeguarding and looked after children services",
    authority="Borrowdale",
    region=None,
    framework="slac",
    inspection_start=date(2011, 4, 4),
    inspection_end=date(2011, 4, 15),
    published=None,
    lead_inspector="A. Person",
    overall="good",
    outcome=None,
    judgements=(Judgement("Overall effectiveness", "good", "overall"),),
    source=Source("a b.pdf", "00ff", 3),
    paragraphs=(
        Paragraph(
            id="borrowdale-slac-2011-05-06/p1",
            ordinal=1,
            number=1,
            page=2,
            section="Being healthy",
            area="health",
            grade="good",
            kind="finding",
            timescale=None,
            themes=("health",),
            polarity="strength",
            text="Nurses see every child.",
            section_themes=("health", "safeguarding"),
        ),
    ),
    doubts=(Doubt("numbering", "2 is missing", 2),),
    urn="80461",
    source_url="https://example.org/1",
    withdrawn="withdrawn on 2021-03-04",
    from_catalogue=("source_url", "urn", "withdrawn"),
    corrections=(FieldCorrection("p1", "grade", None, "good"),),
)

FACTS = ["id", "title", "authority", "region", "framework"]
DATES = ["inspection_start", "inspection_end", "published"]
GRADES = ["lead_inspector", "overall", "outcome", "judgements"]
NEWER = ["publisher", "scale", "urn", "source_url", "withdrawn", "from_catalogue", "corrections"]
KEYS = [*FACTS, *DATES, *GRADES, "doubts", "invented", *NEWER, "source", "paragraphs"]


def test_the_contract_holds_through_json_and_back():
    data = to_json(REPORT)
    assert list(data) == KEYS
    assert data["inspection_start"] == "2011-04-04"
    assert data["published"] is None
    assert from_json(json.loads(json.dumps(data))) == REPORT


def test_unknown_keys_are_ignored():
    assert from_json({**to_json(REPORT), "colour": "red"}) == REPORT
