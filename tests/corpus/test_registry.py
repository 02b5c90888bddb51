import os
import subprocess
import sys

import pytest

from corpus.datafile import FOLDER_VARIABLE
from corpus.errors import DataError
from corpus.registry import RegistryOfProcess, label, outcome_label, registry

HARBOUR = 'key = "harbour"\nlabel = "Harbours"\n[title]\ncontains = ["inspection of the harbour"]\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER_VARIABLE, "")
    (tmp_path / "harbour.toml").write_text(HARBOUR)
    return str(tmp_path)


def test_frameworks_come_from_the_folder_that_is_used(folder):
    registry = RegistryOfProcess()
    assert "harbour" not in registry().framework
    registry.use_folder(folder)
    assert registry().framework["harbour"].label == "Harbours"
    assert registry().recognise_framework("Inspection of the harbour at Seal Bay").key == "harbour"
    registry.use_folder("")
    assert "harbour" not in registry().framework


def test_processes_that_are_started_use_the_folder_too(folder):
    RegistryOfProcess().use_folder(folder)
    code = "from corpus.registry import registry; print(registry().framework['harbour'].label)"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert child.stdout == "Harbours\n"


def test_a_mistake_in_the_folder_is_told_when_it_is_used(folder):
    registry = RegistryOfProcess()
    with open(os.path.join(folder, "b.toml"), "w") as file:
        file.write("keys = 1")
    with pytest.raises(DataError, match=r"b\.toml, line 1: 'keys' is none of key"):
        registry.use_folder(folder)


def test_a_title_that_names_none_is_of_the_fallback(folder):
    registry = RegistryOfProcess()()
    assert registry.recognise_framework("A survey of libraries") is registry.fallback
    assert registry.fallback.key == "other"


def test_a_cover_tells_a_framework_by_a_line_or_cell(folder):
    registry = RegistryOfProcess()()
    assert registry.recognise_cover(["Larkfield", "Is the service safe?"]).key == "cqc"
    assert registry.recognise_cover(["Larkfield"]) is registry.fallback


def test_the_words_of_all_scales_are_known(folder):
    words = RegistryOfProcess()().grade_words
    assert {"good", "very good", "compliant", "needs attention", "non-compliant"} <= words
    assert "splendid" not in words


@pytest.mark.parametrize("field", registry().choices)
def test_every_value_has_a_label_and_no_two_share_a_key(field):
    choices = registry().choices[field]
    assert len({choice.key for choice in choices}) == len(choices)
    assert all(label(field, choice.key) == choice.label for choice in choices)


def test_a_value_that_is_not_known_is_its_own_label():
    assert label("authority", "Leeds") == "Leeds"
    assert label("grade", "splendid") == "splendid"


def test_the_grades_of_all_scales_follow_one_another_each_word_once():
    keys = [grade.key for grade in registry().grades]
    assert keys[:5] == ["outstanding", "good", "requires improvement", "adequate", "inadequate"]
    assert keys.count("good") == 1
    assert keys.index("excellent") < keys.index("not compliant")


@pytest.mark.parametrize(
    ("grade", "scale", "rank", "tone"),
    [
        ("good", "ofsted", 2, "strong"),
        ("good", "care-inspectorate", 3, "strong"),
        ("good", None, 2, "strong"),
        ("compliant", None, 1, "strong"),
    ],
)
def test_a_grade_has_the_rank_of_its_scale(grade, scale, rank, tone):
    known = registry().find_grade(grade, scale)
    assert (known.rank, known.tone) == (rank, tone)


@pytest.mark.parametrize(("grade", "scale"), [("good", "hiqa"), ("splendid", None), (None, None)])
def test_a_grade_is_not_taken_for_one_of_another_scale(grade, scale):
    assert registry().find_grade(grade, scale) is None


def test_frameworks_are_listed_by_age_with_the_fallback_last():
    keys = [choice.key for choice in registry().choices["framework"]]
    assert keys[:2] == ["slac", "child-protection-2012"]
    assert keys.index("ilacs") < keys.index("cqc")
    assert keys[-1] == "other"


@pytest.mark.parametrize(
    ("framework", "outcome", "label"),
    [
        ("area-send", 3, "Widespread and/or systemic failings"),
        ("area-send", 4, "4"),
        ("ilacs", 1, "1"),
        ("gone", 2, "2"),
        ("area-send", None, None),
    ],
)
def test_an_outcome_has_the_label_of_its_framework(framework, outcome, label):
    assert outcome_label(framework, outcome) == label
    assert registry().outcome_numbers == (1, 2, 3)


def test_a_cover_is_told_among_the_frameworks_of_its_publisher(folder):
    registry = RegistryOfProcess()()
    assert registry.recognise_cover(["Is the service safe?"], "Ofsted") is registry.fallback
    cqc = registry.recognise_cover(["Is the service safe?"], "Care Quality Commission")
    assert cqc.key == "cqc"
