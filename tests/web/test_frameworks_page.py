"""What docs/frameworks.md teaches, followed to the letter: its files, its commands, its table."""

import json
import os
import re
import shlex

import pytest

from corpus.datafile import FOLDER_VARIABLE
from corpus.frameworks.framework import FRAMEWORK_KEYS
from corpus.frameworks.headings import HEADING_KEYS
from corpus.frameworks.library import SHARED_FILES, load_library
from corpus.model import AREAS
from corpus.registry import registry
from tests.corpus.known_frameworks import LIBRARY
from tests.source_tree import ROOT
from web import create_app

PAGE = (ROOT / "docs" / "frameworks.md").read_text(encoding="utf-8")
FILES = re.compile(r"`((?:inspectorates/)?[\w-]+\.(?:toml|md))`:\n\n((?:    .*\n|\n)+)")
COMMANDS = re.compile(r"^    (evidence (?:read|index|search) .*)$", re.MULTILINE)
FACTS = re.compile(r'"(\w+)": "([^"]+)"')
ROWS = re.compile(r"^\| (.*) \| (\w*) ?\| ([\w-]*) ?\| (finding|recommendation) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A directory with the files of the page."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "inspectorates").mkdir()
    for name, text in FILES.findall(PAGE):
        lines = [line.removeprefix("    ") for line in text.splitlines()]
        (folder / name).write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def commands(folder, evidence, monkeypatch):
    """From a command's name to its output where the page's files are."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv(FOLDER_VARIABLE, "")
    lines = {shlex.split(line)[1]: shlex.split(line)[1:] for line in COMMANDS.findall(PAGE)}
    yield lambda name, *more: evidence(*lines[name], *more)
    registry.use_folder("")


def test_the_page_has_all_files_of_its_example(folder):
    assert sorted(path.name for path in (folder / "inspectorates").iterdir()) == [
        "play-scheme.toml",
        "scales.toml",
    ]
    assert (folder / "marram-bay.md").exists()


def test_the_report_is_read_as_the_page_says(commands):
    read = commands("read")
    assert (read.exit_code, read.stderr) == (0, "")
    report = json.loads(read.stdout)
    facts = dict(FACTS.findall(PAGE))
    assert len(facts) == 8
    assert {key: report[key] for key in facts} == facts
    paragraphs = [
        (p["text"], p["grade"] or "", p["area"] or "", p["kind"]) for p in report["paragraphs"]
    ]
    assert paragraphs == ROWS.findall(PAGE)
    assert len(paragraphs) == 5
    assert [doubt["kind"] for doubt in report["doubts"]] == ["authority-unlisted"]


def test_it_is_indexed_and_found_with_its_framework_and_grade(commands, folder):
    assert commands("index").exit_code == 0
    answer = json.loads(commands("search", "--json", "--facets").stdout)
    assert [hit["paragraph"]["grade"] for hit in answer["hits"]] == ["sparkling"]
    facets = {facet["key"]: facet["values"] for facet in answer["facets"]}
    assert [(v["value"], v["label"]) for v in facets["framework"]] == [
        ("play-scheme", "Holiday play scheme")
    ]
    client = create_app(
        {"data": str(folder / "play-data"), "frameworks": str(folder / "inspectorates")}
    ).test_client()
    page = client.get("/?q=children").get_data(as_text=True)
    assert "Holiday play scheme" in page
    assert "Sparkling" in page
    answer = client.get("/api/search?q=children&framework=play-scheme&grade=sparkling").get_json()
    assert len(answer["hits"]) == 1
    assert len(client.get("/api/search?q=grade:sparkling").get_json()["hits"]) == 2
    for query in ("children holiday play scheme", "children play scheme judged sparkling"):
        offers = client.get("/api/search", query_string={"q": query}).get_json()["scopes"]
        assert all("framework=play-scheme" in offer["link"] for offer in offers)
        graded = [offer for offer in offers if "grade=sparkling" in offer["link"]]
        assert (len(offers), len(graded)) == ((2, 1) if "sparkling" in query else (1, 0))
    parameters = client.get("/api/openapi.json").get_json()["paths"]["/search"]["get"]["parameters"]
    values = {p["name"]: p["schema"].get("items", {}).get("enum") for p in parameters}
    assert "play-scheme" in values["framework"]
    assert "stormy" in values["grade"]


def test_an_index_shows_the_key_of_a_framework_that_is_not_known(commands, folder):
    commands("index")
    registry.use_folder("")
    client = create_app({"data": str(folder / "play-data")}).test_client()
    answer = client.get("/api/search?q=children&framework=play-scheme&grade=sparkling").get_json()
    facets = {facet["key"]: facet["values"] for facet in answer["facets"]}
    assert [(v["value"], v["label"]) for v in facets["framework"]] == [
        ("play-scheme", "play-scheme")
    ]
    assert len(answer["hits"]) == 1
    assert client.get("/?framework=play-scheme").status_code == 200


def test_a_mistake_is_one_line_and_nothing_is_read(folder, tmp_path, evidence, monkeypatch):
    monkeypatch.setenv(FOLDER_VARIABLE, "")
    (tmp_path / "play.toml").write_text('key = "play"\nlabels = "Play"\n')
    read = evidence("read", folder / "marram-bay.md", "--frameworks", tmp_path)
    assert read.exit_code == 1
    assert read.stdout == ""
    file = os.path.join(tmp_path, "play.toml")
    assert read.stderr.startswith(f"Error: {file}, line 2: 'labels' is none of key, label")
    assert read.stderr.count("\n") == 1


def test_the_page_names_every_key_scale_and_area():
    tables = PAGE[PAGE.index("## What a file may say") :]
    names = re.findall(r"`\[?([\w.-]+?)(?:\.NAME)?\]?(?: = (?:true|false))?`", tables)
    assert set(FRAMEWORK_KEYS) <= {name.partition(".")[0] for name in names}
    assert {*HEADING_KEYS, *(area.key for area in AREAS)} <= set(names)
    assert all(f"`{scale.key}`" in PAGE for scale in LIBRARY.scales)
    assert set(SHARED_FILES[:2]) <= set(re.findall(r"\w+\.toml", PAGE))


def test_the_files_of_the_page_are_without_mistake(folder):
    library = load_library(folder / "inspectorates")
    assert "play-scheme" in [framework.key for framework in library.frameworks]


def test_a_theme_of_ones_own_as_the_page_on_themes_writes_it_can_be_filtered_by(
    folder, tmp_path, evidence, monkeypatch
):
    monkeypatch.setenv(FOLDER_VARIABLE, "")
    page = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    lines = re.search(r"    \[themes\.housing\]\n(?:    .*\n|\n)+", page)[0].splitlines()
    (tmp_path / "themes.toml").write_text("\n".join(line[4:] for line in lines))
    report = (
        folder.joinpath("marram-bay.md")
        .read_text()
        .replace("Lunch is late", "Housing is late")
        .replace("## Keeping children safe", "## Safe accommodation")
    )
    (tmp_path / "report.md").write_text(report)
    index = evidence(
        "index", tmp_path / "report.md", "--data", tmp_path / "data", "--frameworks", tmp_path
    )
    assert index.exit_code == 0
    client = create_app({"data": str(tmp_path / "data"), "frameworks": str(tmp_path)}).test_client()
    answer = client.get("/api/search?theme=housing").get_json()
    texts = {hit["paragraph"]["text"][:15] for hit in answer["hits"]}
    assert texts == {"Housing is late", "Staff know whic", "Every swimming "}
    for theme_by, total in (("words", 1), ("section", 2)):
        narrowed = client.get(f"/api/search?theme=housing&theme_by={theme_by}").get_json()
        assert narrowed["total"] == total
    assert "<span>Housing</span>" in client.get("/?q=late").get_data(as_text=True)
    assert len(client.get("/api/search?q=theme:housing").get_json()["hits"]) == 3
    registry.use_folder("")
