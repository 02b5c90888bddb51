import pytest

from corpus.datafile import THEMES_NAME, DataFile
from corpus.errors import DataError
from corpus.frameworks.framework import parse_framework
from corpus.frameworks.headings import parse_families
from corpus.frameworks.library import HEADINGS, MAX_FILES, OUR_FOLDER, SCALES, load_library
from corpus.frameworks.scale import parse_scales
from corpus.registry import Registry
from tests.corpus.known_frameworks import FRAMEWORK_BY_KEY, LIBRARY

recognise_framework = Registry(LIBRARY.frameworks, LIBRARY.scales).recognise_framework
HARBOUR = 'key = "harbour"\nlabel = "Harbours"\n[title]\ncontains = ["inspection of the harbour"]\n'


def test_each_framework_is_one_file():
    assert len(FRAMEWORK_BY_KEY) == len(LIBRARY.frameworks)
    files = {path.stem for path in OUR_FOLDER.glob("*.toml")} - {"scales", "headings", "themes"}
    assert set(FRAMEWORK_BY_KEY) == files


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
        ("sif", "What the local authority inspection judgements mean", "about", "context"),
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
    assert [f.key for f in LIBRARY.frameworks if f.is_fallback] == ["other"]
    assert LIBRARY.frameworks[-1].key == "other"


def test_a_folder_adds_frameworks_scales_and_headings(tmp_path):
    (tmp_path / "harbour.toml").write_text(
        'key = "harbour"\nlabel = "Harbours"\nscale = "tides"\n'
        '[title]\ncontains = ["inspection of the harbour"]\n'
        '[headings.asked]\nuse = "orders"\n'
    )
    (tmp_path / "scales.toml").write_text(
        '[tides]\nlabel = "Tides"\n[tides.grades]\n"High" = {rank = 1, tone = "strong"}\n'
    )
    (tmp_path / "headings.toml").write_text(
        '[orders.all]\nkind = "recommendation"\nbegins = ["orders"]\n'
    )
    (tmp_path / "notes.txt").write_text("no framework")
    library = load_library(tmp_path)
    harbour = next(f for f in library.frameworks if f.key == "harbour")
    assert harbour.scale.label == "Tides"
    assert harbour.find_rule("Orders to the crew").kind == "recommendation"
    assert len(library.frameworks) == len(LIBRARY.frameworks) + 1
    assert library.frameworks[-1].key == "other"


@pytest.mark.parametrize(
    ("files", "error"),
    [
        ({"a.toml": HARBOUR, "b.toml": HARBOUR}, "b.toml, line 1: 'key' names 'harbour', which"),
        ({"a.toml": HARBOUR.replace('"harbour"', '"sif"')}, "a.toml, line 1: 'key' names 'sif'"),
        ({"a.toml": 'key = "a"\nlabel = "A"'}, "a.toml, line 1: 'title' is missing; list what"),
        ({"scales.toml": '[ofsted]\nlabel = "x"\n[ofsted.grades]\nA = {rank = 1, tone = "weak"}'},
         "scales.toml, line 1: 'ofsted' names 'ofsted', which there is already"),
        ({"headings.toml": '[about.x]\nbegins = ["x y"]'}, "headings.toml, line 1: 'about' names"),
        ({"a.toml": "key = \xff"}, "a.toml: cannot be read .*; give a TOML file in UTF-8"),
        ({f"{n}.toml": "" for n in range(MAX_FILES + 1)}, f"has 501 TOML files; give at most {MAX_FILES}"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_folder_is_named(tmp_path, files, error):
    for name, text in files.items():
        (tmp_path / name).write_bytes(text.encode("latin-1"))
    with pytest.raises(DataError, match=error):
        load_library(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DataError, match=r"nowhere: is no folder of frameworks .*; give one"):
        load_library(tmp_path / "nowhere")


def test_our_patterns_have_no_mistakes():
    """They are compiled when they are first used; here as those of one's own folder are."""
    files = {
        path.name: DataFile(path.name, path.read_text("utf-8"))
        for path in OUR_FOLDER.glob("*.toml")
    }
    scales = {scale.key: scale for scale in parse_scales(files.pop(SCALES))}
    families = parse_families(files.pop(HEADINGS))
    themes = list(files.pop(THEMES_NAME).table("themes"))
    parsed = [parse_framework(data, families, scales, themes) for data in files.values()]
    assert {one.key: rules_of(one) for one in parsed} == {
        one.key: rules_of(one) for one in LIBRARY.frameworks
    }


def rules_of(framework):
    return [(rule.pattern.pattern, rule.area, rule.kind) for rule in framework.heading_rules]


@pytest.mark.parametrize(
    ("framework", "judgement", "areas"),
    [
        ("ilacs", "The experiences and progress of children in care and care leavers", ("children-in-care", "care-leavers")),
        ("ilacs", "The experiences and progress of care leavers", ("care-leavers",)),
        ("ilacs", "The experiences and progress of children who need help and protection", ("help-and-protection",)),
        ("sif", "Children looked after and achieving permanence", ("children-in-care",)),
        ("sif", "Experiences and progress of care leavers", ("care-leavers",)),
        ("sif", "Adoption performance", ("adoption",)),
        ("sif", "The effectiveness of the Local Safeguarding Children Board (LSCB)", ("partnership",)),
        ("looked-after-2013", "Capacity to improve", ("leadership",)),
        ("ilacs", "A survey of libraries", ()),
    ],
)  # fmt: skip
def test_the_name_of_a_judgement_tells_its_areas_first_its_own(framework, judgement, areas):
    assert FRAMEWORK_BY_KEY[framework].list_areas(judgement) == areas
