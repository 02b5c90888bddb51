import pytest

from corpus.frameworks import ALL_FRAMEWORKS, OTHER, recognise_framework
from corpus.model import AREAS, FRAMEWORKS, KINDS
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY


def test_every_framework_of_the_contract_has_its_object():
    assert set(FRAMEWORK_BY_KEY) == {choice.key for choice in FRAMEWORKS}
    assert len(ALL_FRAMEWORKS) == len(FRAMEWORK_BY_KEY)


@pytest.mark.parametrize("framework", ALL_FRAMEWORKS, ids=lambda framework: framework.key)
def test_areas_and_kinds_are_those_of_the_contract(framework):
    assert {rule.kind for rule in framework.heading_rules} <= {choice.key for choice in KINDS}
    assert {rule.area for rule in framework.heading_rules} <= {choice.key for choice in AREAS} | {
        None
    }


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Inspection of safeguarding and looked after children services", "slac"),
        ("Inspection of local authority arrangements for the protection of children", "child-protection-2012"),
        ("Inspection of looked after children services", "looked-after-2013"),
        ("Inspection of services for children in need of help and protection", "sif"),
        ("Re-inspection of services for children in need of help and protection", "sif"),
        ("Inspection of children's social care services", "ilacs"),
        ("Inspection of Eastmere local authority children's services", "ilacs"),
        ("Focused visit to Eastmere children's services", "focused-visit"),
        ("Monitoring visit of Eastmere children's services", "monitoring-visit"),
        ("Joint targeted area inspection of Eastmere", "jtai"),
        ("Joint area review of Eastmere", "joint-area-review"),
        ("Area SEND inspection of Eastmere Local Area Partnership", "area-send"),
        ("Area special educational needs and/or disabilities (SEND) full inspection of Eastmere Local Area Partnership", "area-send"),
        ("Joint local area SEND inspection in Eastmere", "area-send"),
        ("Joint area SEND revisit in Eastmere", "area-send"),
        ("A survey of libraries", "other"),
    ],
)  # fmt: skip
def test_a_title_tells_the_framework(title, key):
    assert recognise_framework(title, "").key == key
    assert recognise_framework("", title).key == key


def test_the_title_counts_before_the_words_after_it():
    opening = "Children's services were last inspected by a joint targeted area inspection."
    assert (
        recognise_framework("Focused visit to Eastmere children's services", opening).key
        == "focused-visit"
    )


@pytest.mark.parametrize(
    ("framework", "heading", "area", "kind"),
    [
        ("slac", "Safeguarding services", "help-and-protection", "finding"),
        ("slac", "Being healthy", "health", "finding"),
        ("slac", "The contribution of health agencies to keeping children safe", "health", "finding"),
        ("slac", "Enjoying and achieving", "education", "finding"),
        ("slac", "Quality of provision", None, "finding"),
        ("slac", "Areas for improvement", None, "recommendation"),
        ("slac", "About this inspection", "about", "context"),
        ("child-protection-2012", "Leadership and governance", "leadership", "finding"),
        ("child-protection-2012", "Quality of practice", "help-and-protection", "finding"),
        ("looked-after-2013", "Outcomes for looked after children and young people", "children-in-care", "finding"),
        ("looked-after-2013", "Service information", "about", "context"),
        ("sif", "What does the local authority need to improve?", None, "recommendation"),
        ("sif", "Section 2: The effectiveness of the Local Safeguarding Children Board", "partnership", "finding"),
        ("sif", "Key strengths and weaknesses of the LSCB", "partnership", "finding"),
        ("sif", "The graded judgement for adoption performance is that it is good", "adoption", "finding"),
        ("sif", "The graded judgement about the experience and progress of care leavers", "care-leavers", "finding"),
        ("jtai", "Multi-agency practice with children who are at risk of exploitation", "help-and-protection", "finding"),
        ("sif", "2. Children looked after and achieving permanence", "children-in-care", "finding"),
        ("sif", "Information about this local authority area", "about", "context"),
        ("sif", "Previous Ofsted inspections", "about", "context"),
        ("ilacs", "The experiences and progress of children in care and care leavers: good", "children-in-care", "finding"),
        ("ilacs", "The experiences and progress of care leavers", "care-leavers", "finding"),
        ("ilacs", "The impact of leaders on social work practice with children and families", "leadership", "finding"),
        ("ilacs", "What needs to improve?", None, "recommendation"),
        ("focused-visit", "Headline findings", "overall", "finding"),
        ("focused-visit", "What needs to improve in this area of social work practice", None, "recommendation"),
        ("focused-visit", "Areas for priority action", None, "recommendation"),
        ("monitoring-visit", "Areas covered by the visit", "about", "context"),
        ("jtai", "Practice study: area for improvement", None, "recommendation"),
        ("jtai", "Case study: area(s) for improvement", None, "recommendation"),
        ("jtai", "Practice study: highly effective practice", "help-and-protection", "finding"),
        ("jtai", "The LSCB", "partnership", "finding"),
        ("jtai", "Next steps", "about", "context"),
        ("joint-area-review", "Priorities for further improvement", None, "recommendation"),
        ("area-send", "What does the area partnership need to do better?", "send", "finding"),
        ("area-send", "Areas for improvement", None, "recommendation"),
        ("area-send", "Local area partnership details", "about", "context"),
        ("other", "Health and wellbeing", "health", "finding"),
        ("other", "Key recommendations", None, "recommendation"),
    ],
)  # fmt: skip
def test_a_heading_has_its_area_and_kind(framework, heading, area, kind):
    rule = FRAMEWORK_BY_KEY[framework].find_rule(heading)
    assert rule is not None
    assert (rule.area, rule.kind) == (area, kind)


@pytest.mark.parametrize(
    ("framework", "heading"), [("ilacs", "Participation"), ("slac", "Children’s views"), ("other", "Libraries")]
)  # fmt: skip
def test_a_heading_of_its_own_has_no_rule(framework, heading):
    assert FRAMEWORK_BY_KEY[framework].find_rule(heading) is None


def test_other_comes_last():
    assert ALL_FRAMEWORKS[-1] is OTHER
