from datetime import date

from corpus.corrections.applying import correct_report, has_current_corrections, remove_corrections
from corpus.corrections.file import Corrections
from corpus.model import Doubt, FieldCorrection
from tests.index.reports import report

ASH = report(
    "ash",
    "Plans are late.",
    "Plans are clear.",
    authority=None,
    doubts=(Doubt("authority-missing", "?"), Doubt("number-gap", "?")),
)


def test_values_count_and_what_was_read_is_kept():
    corrections = Corrections(
        {
            "ash": {"authority": "Kent", "published": date(2024, 5, 1)},
            "ash/p1": {"grade": None, "themes": ("health",)},
            "elm": {"authority": "Hull"},
        }
    )
    corrected = correct_report(ASH, corrections)
    assert (corrected.authority, corrected.region, corrected.published) == (
        "Kent",
        "South East",
        date(2024, 5, 1),
    )
    assert [(p.id, p.grade, p.themes) for p in corrected.paragraphs] == [
        ("ash/p1", None, ("health",)),
        ("ash/p2", "good", ()),
    ]
    assert corrected.corrections == (
        FieldCorrection(None, "authority", None, "Kent"),
        FieldCorrection(None, "published", "2020-01-31", "2024-05-01"),
        FieldCorrection("p1", "grade", "good", None),
        FieldCorrection("p1", "themes", None, "health"),
    )
    assert [doubt.kind for doubt in corrected.doubts] == ["number-gap"]
    assert corrected.id == "ash"


def test_a_correction_of_no_paragraph_is_a_doubt():
    corrections = Corrections({"ash/p9": {"grade": "good"}})
    corrected = correct_report(ASH, corrections)
    assert corrected.paragraphs == ASH.paragraphs
    assert corrected.doubts[-1].kind == "correction-unmatched"
    assert not corrected.corrections[0].is_applied
    assert has_current_corrections(corrected, corrections)


def test_what_a_later_report_says_is_kept_and_changes_no_paragraph():
    corrections = Corrections({"ash/p1": {"follow_up-elm": "moved on", "grade": "inadequate"}})
    corrected = correct_report(ASH, corrections)
    assert corrected.corrections[0] == FieldCorrection("p1", "follow_up-elm", None, "moved on")
    assert corrected.paragraphs[0].grade == "inadequate"
    assert has_current_corrections(corrected, corrections)
    assert remove_corrections(corrected).paragraphs == ASH.paragraphs


def test_what_is_not_corrected_is_the_same_report():
    assert correct_report(ASH, Corrections({"elm": {"title": "Elm"}})) is ASH


def test_a_report_is_current_with_just_its_corrections():
    one = Corrections({"ash": {"authority": "Kent"}, "elm": {"authority": "Hull"}})
    other = Corrections({"ash": {"authority": "Hull"}})
    corrected = correct_report(ASH, one)
    assert has_current_corrections(corrected, one)
    assert not has_current_corrections(corrected, other)
    assert not has_current_corrections(corrected, Corrections())
    assert not has_current_corrections(ASH, one)
    assert has_current_corrections(ASH, Corrections())
