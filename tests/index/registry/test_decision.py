"""Different contents are different reports, whatever order and runs they come in."""

import hashlib
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Source
from corpus.understanding.identity import make_report_id, strip_hash
from index.collection import open_snapshot
from index.registry.decision import (
    CHANGED_FILE,
    CHANGED_TEXT,
    EARLIER_TEXT,
    MOVED,
    REREAD,
    SAME_TEXT,
    SUPPLEMENTED,
    decide,
)
from index.registry.held_reports import HeldReports, NewReport
from index.registry.provenance import Provenance, state_facts
from index.writer import writing
from tests.index.registry.written_reports import write_report
from tests.index.reports import report

PLAIN = "ash-ilacs-2020-01-31"
TEXTS = ("Plans are clear.", "Visits are late.", "Records are full.")


@pytest.fixture
def put(tmp_path):
    """Put reports into the index of this test, in a run of their own."""

    def in_one_run(*reports, reader=1):
        with writing(tmp_path / "data") as writer:
            return [writer.put(each, reader) for each in reports]

    return in_one_run


@pytest.fixture
def write(tmp_path):
    """Write the file of a report, by default one of Ash of 31 January 2020."""
    return lambda file, *texts, **fields: write_report(tmp_path, file, *texts, **fields)


@pytest.fixture
def contents(tmp_path):
    """The ids of the index, and the file and the first text of each report."""

    def read():
        snapshot = open_snapshot(tmp_path / "data")
        whole = filter(None, (snapshot.report(each.id) for each in snapshot.reports()))
        return {
            each.id: (each.source.file.rpartition("/")[2], each.paragraphs[0].text)
            for each in whole
        }

    return read


@pytest.mark.parametrize("by_catalogue", [date(2020, 2, 9), date(2021, 1, 1)])
def test_what_a_catalogue_gives_changes_a_report_in_place_and_tells_no_two_apart(
    put, write, by_catalogue
):
    """Its date names no report: the edition in another file is one whatever the catalogue says."""
    fields = {"day": None, "inspection_end": date(2020, 1, 31)}
    first = write("a.md", *TEXTS, **fields)
    given = replace(first, published=by_catalogue, from_catalogue=("published",))
    assert kinds(put(first)) == ["added"]
    assert [(r.kind, r.report, r.cause) for r in put(given)] == [("replaced", PLAIN, SUPPLEMENTED)]
    assert kinds(put(given)) == ["unchanged"]
    edition = write("b.md", *TEXTS[:2], "A new text.", **fields)
    assert [(r.kind, r.report, r.cause) for r in put(edition)] == [
        ("replaced", PLAIN, CHANGED_TEXT)
    ]


def kinds(results):
    return [result.kind for result in results]


@pytest.mark.parametrize("runs", [1, 2])
def test_two_reports_of_one_authority_framework_and_day_are_both_held(put, write, runs):
    first, second = write("a", "Plans."), write("b", "Visits.", title="Inspection of ash")
    results = put(first, second) if runs == 1 else [*put(first), *put(second)]
    assert kinds(results) == ["added", "added"]
    assert [r.report for r in results] == [PLAIN, f"{PLAIN}-{second.source.sha256[:8]}"]
    assert kinds(put(second, first)) == ["unchanged", "unchanged"]


FEW_CHANGED = (*TEXTS[:2], "Records are empty.")
ALL_CHANGED = ("Staff are new.", "Nobody came.", "Homes are warm.")
ANOTHER_DAY = date(2020, 1, 30)


@pytest.mark.parametrize("runs", [1, 2])
@pytest.mark.parametrize(
    ("both", "second", "texts", "kind"),
    [
        ({}, {}, FEW_CHANGED, "replaced"),
        ({}, {}, ALL_CHANGED, "replaced"),
        ({"published": None, "inspection_end": ANOTHER_DAY}, {}, ALL_CHANGED, "replaced"),
        ({}, {"title": "Inspection of Ash House"}, FEW_CHANGED, "added"),
        ({}, {"title": "Inspection of ash"}, FEW_CHANGED, "added"),
        ({}, {"authority": "Elm"}, FEW_CHANGED, "added"),
        ({}, {"framework": "focused-visit"}, FEW_CHANGED, "added"),
        ({}, {"inspection_start": ANOTHER_DAY}, FEW_CHANGED, "added"),
        ({}, {"inspection_end": ANOTHER_DAY}, FEW_CHANGED, "added"),
        ({"title": PLAIN}, {}, FEW_CHANGED, "added"),
        ({"authority": None}, {}, FEW_CHANGED, "added"),
        ({"framework": "other"}, {}, FEW_CHANGED, "added"),
        ({"published": None}, {}, FEW_CHANGED, "added"),
        ({"authority": None}, {}, TEXTS, "duplicate"),
    ],
    ids=[
        "a corrected word",
        "another text altogether",
        "dated by its inspection alone",
        "another title",
        "another title by capitals",
        "another authority",
        "another framework",
        "another first day",
        "another last day",
        "no title: the id stands for it",
        "unknown authority",
        "no known framework",
        "no date",
        "the same text, whatever is unknown",
    ],
)
def test_what_another_file_is_by_what_it_states(put, write, runs, both, second, texts, kind):
    """What is unknown of two reports is not the same of both."""
    first, other = write("a", *TEXTS, **both), write("b", *texts, **both, **second, region="North")
    results = put(first, other) if runs == 1 else [*put(first), *put(other)]
    assert kinds(results) == ["added", kind]


def test_of_several_reports_that_state_the_same_the_one_most_alike_is_replaced(write):
    """An index of an earlier version may hold several."""
    registry = HeldReports()
    for name, texts in (("one", ALL_CHANGED), ("two", TEXTS)):
        earlier = write(name, *texts)
        registry.add(name, NewReport(earlier, Provenance(name, earlier.source.sha256, 1)))
    newest = write("c", *FEW_CHANGED)
    source = Provenance("c", newest.source.sha256, 1)
    assert decide(newest, source, registry).predecessors == ("two",)


def test_a_changed_text_in_another_file_replaces_once(put, write, contents):
    """The index remembers which text was replaced: two files do not take turns."""
    first, second = write("a", *TEXTS), write("b", "Plans are vague.", *TEXTS[1:])
    put(first)
    (result,) = put(second)
    assert (result.kind, result.existing, result.cause) == ("replaced", PLAIN, CHANGED_TEXT)
    assert contents() == {PLAIN: ("b", "Plans are vague.")}
    for again in ((first,), (second,), (first, second), (second, first)):
        assert set(kinds(put(*again))) <= {"duplicate", "unchanged"}
    assert [result.cause for result in put(first)] == [EARLIER_TEXT]
    assert contents() == {PLAIN: ("b", "Plans are vague.")}


SPACED = tuple(text.replace(" ", "  ") for text in TEXTS)
VAGUE = ("Plans are vague.", *TEXTS[1:])


@pytest.mark.parametrize("runs", [1, 2, 3])
@pytest.mark.parametrize(
    "files",
    [
        {"a": TEXTS, "a copy": SPACED, "c": VAGUE},
        {"a copy": SPACED, "c": VAGUE, "d": TEXTS},
        {"a": TEXTS, "b": VAGUE, "c": FEW_CHANGED, "d": SPACED},
    ],
    ids=["a copy of the first", "a copy of the replaced one", "a copy of one long replaced"],
)
def test_a_copy_of_a_text_that_was_replaced_is_that_text(put, write, contents, files, runs):
    """Whatever the bytes of its file: it does not take the place of the correction."""
    reports = [write(file, *texts) for file, texts in files.items()]
    size = -(-len(reports) // runs)
    for start in range(0, len(reports), size):
        put(*reports[start : start + size])
    newest = next(file for file in reversed(files) if files[file] in (VAGUE, FEW_CHANGED))
    assert contents() == {PLAIN: (newest, files[newest][0])}
    for _ in range(2):
        again = put(*reports)
        assert sorted(set(kinds(again))) == ["duplicate", "unchanged"]
        assert {one.cause for one in again if one.kind == "duplicate"} == {EARLIER_TEXT}
        assert contents() == {PLAIN: (newest, files[newest][0])}


def test_an_index_of_an_earlier_version_knows_earlier_texts_by_their_files(write):
    first, copy, second = write("a", *TEXTS), write("b", *SPACED), write("c", *VAGUE)
    registry = HeldReports()
    source = Provenance(second.source.file, second.source.sha256, 1)
    registry.add(PLAIN, NewReport(second, source, (first.source.sha256,)))
    kinds_of_both = [
        decide(each, Provenance(each.source.file, each.source.sha256, 1), registry).kind
        for each in (first, copy)
    ]
    assert kinds_of_both == ["duplicate", "replaced"]


def test_a_text_that_was_replaced_comes_back_where_the_later_file_is_gone(
    put, write, contents, tmp_path
):
    first = write("a", *TEXTS)
    put(first)
    put(write("b", "Plans are vague.", *TEXTS[1:]))
    (tmp_path / "b").unlink()
    assert kinds(put(first)) == ["replaced"]
    assert contents() == {PLAIN: ("a", "Plans are clear.")}


def test_a_file_whose_text_changed_keeps_its_id_while_its_title_stays(put, write, contents):
    unknown = "unknown-ilacs-2020-01-31-0f1e2d3c"
    put(write("a", "Plans.", name=unknown, authority=None))
    (result,) = put(write("a", "Visits.", name=f"{unknown[:-8]}77777777", authority=None))
    assert (result.kind, result.report, result.cause) == ("replaced", unknown, CHANGED_FILE)
    other = write("a", "Books.", name=f"{unknown[:-8]}88888888", authority=None, title="Elm")
    (result,) = put(other)
    assert (result.kind, result.existing) == ("replaced", unknown)
    assert contents() == {other.id: ("a", "Books.")}


def test_a_file_that_changed_does_not_make_way_for_a_copy_of_its_earlier_text(put, write, contents):
    put(write("a", *TEXTS))
    copy = write("c", *TEXTS)
    changed = write("a", "Plans are vague.", *TEXTS[1:])
    for _ in range(2):
        put(changed, copy)
        assert contents() == {PLAIN: ("a", "Plans are vague.")}


@pytest.mark.parametrize("same_bytes", [True, False])
def test_a_copy_is_named_and_a_moved_file_keeps_its_id(put, write, contents, tmp_path, same_bytes):
    put(write("a", "Plans."))
    copy = write("b", "Plans." if same_bytes else "Plans. ")
    (result,) = put(copy)
    assert (result.kind, result.existing, result.cause) == ("duplicate", PLAIN, SAME_TEXT)
    (tmp_path / "a").unlink()
    (result,) = put(copy)
    assert (result.kind, result.report, result.cause) == ("replaced", PLAIN, MOVED)
    assert contents() == {PLAIN: ("b", copy.paragraphs[0].text)}


def test_a_newer_reader_moves_no_id_that_is_still_right(put, write, contents):
    """An id of an earlier version had no hash where the authority was unknown."""
    old = write("a", "Plans.", name="unknown-other-2016-02-10", authority=None)
    put(old)
    new = replace(old, id=f"unknown-other-2016-02-10-{old.source.sha256[:8]}", title="Found")
    (result,) = put(new, reader=2)
    assert (result.kind, result.report, result.cause) == ("replaced", old.id, REREAD)
    (result,) = put(replace(new, id="elm-other-2016-02-10"), reader=3)
    assert set(contents()) == {"elm-other-2016-02-10"}


def test_a_newer_reader_reads_a_copy_in_another_place_too(put, write, contents):
    """Both are in place: the newer reading is held, and then the two do not take turns."""
    first, copy = write("a", "Plans."), write("b", "Plans.")
    put(first)
    (result,) = put(copy, reader=2)
    assert (result.kind, result.report, result.cause) == ("replaced", PLAIN, REREAD)
    assert kinds(put(first, copy, reader=2)) == ["duplicate", "unchanged"]
    assert contents() == {PLAIN: ("b", "Plans.")}


def test_of_a_removed_report_the_id_is_free_again(put, write, tmp_path):
    first, second = write("a", "Plans."), write("b", "Visits.", title="Inspection of ash")
    put(first, second)
    with writing(tmp_path / "data") as writer:
        writer.remove(PLAIN)
    assert kinds(put(second)) == ["unchanged"]
    assert [result.report for result in put(first)] == [PLAIN]


def make_report(authority, title, day, text):
    """A report as the reader makes it, its file named by its content."""
    sha256 = hashlib.sha256(repr((authority, title, day, text)).encode()).hexdigest()
    return replace(
        report(
            make_report_id(authority, "ilacs", day, sha256),
            text,
            authority=authority,
            title=title,
            published=day,
        ),
        source=Source(f"/nowhere/{sha256}", sha256, None),
    )


REPORTS = st.lists(
    st.builds(
        make_report,
        st.sampled_from([None, "Ash", "Elm", "Éłm"]),
        st.sampled_from(["Oak", "oak", "Oak House"]),
        st.sampled_from([None, date(2020, 1, 31)]),
        st.sampled_from(["Plans.", "Visits.", "Records."]),
    ),
    max_size=12,
)


def one_of_each(reports):
    """The last of the reports that state the same."""
    return list({stated(each): each for each in reports}.values())


def stated(report):
    """What no second report of a collection has: its facts where all are known, else its text."""
    facts = state_facts(report)
    return facts if facts.name_one_report else report.source.sha256


@given(REPORTS.map(one_of_each), st.lists(st.integers(0, 12), max_size=3), st.randoms())
def test_there_are_as_many_reports_as_contents(tmp_path_factory, reports, cuts, random):
    """In any order and any split in runs, once or again, and no two under one id."""
    data = tmp_path_factory.mktemp("data")
    all_contents = {each.source.sha256 for each in reports}
    ids: dict[str, str] = {}
    for _ in range(2):
        bounds = [0, *sorted(cuts), len(reports)]
        for start, end in pairwise(bounds):
            with writing(data) as writer:
                for each in reports[start:end]:
                    writer.put(each)
        with writing(data) as writer:
            now = {source.sha256: name for name, source in writer.sources.items()}
        assert now.keys() == all_contents
        assert ids.items() <= now.items()
        assert {strip_hash(name) for name in now.values()} == {strip_hash(r.id) for r in reports}
        ids = now
        random.shuffle(reports)


@given(REPORTS)
def test_nothing_is_lost_without_a_word(tmp_path_factory, reports):
    """What is not held in the end was named: as replaced, or as the copy of one that is held."""
    data = tmp_path_factory.mktemp("data")
    with writing(data) as writer:
        named, sha_of = set(), {}
        for each in reports:
            result = writer.put(each)
            named.update(sha_of[name] for name in result.predecessors)
            if result.kind == "duplicate":
                named.add(each.source.sha256)
            sha_of.update((name, source.sha256) for name, source in writer.sources.items())
        contents = {source.sha256 for source in writer.sources.values()}
    assert {each.source.sha256 for each in reports} - contents <= named
    assert len(contents) == len(one_of_each(reports))


HOME = {"framework": "sccif", "authority": "Ash"}
USUAL = "Inspection report for children’s home"


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ({"title": "Larkfield House"}, {"title": "Larkfield House"}, ["added", "replaced"]),
        ({"title": "Larkfield House"}, {"title": "Tern Lodge"}, ["added", "added"]),
        ({"title": USUAL}, {"title": USUAL}, ["added", "added"]),
        ({"title": USUAL, "urn": "7"}, {"title": USUAL, "urn": "7"}, ["added", "replaced"]),
        ({"title": "Oak", "urn": "7"}, {"title": "Oak", "urn": "8"}, ["added", "added"]),
        ({"title": "Oak", "urn": "7"}, {"title": "Oak"}, ["added", "replaced"]),
        ({"title": "Oak", "authority": None}, {"title": "Oak", "authority": None},
         ["added", "replaced"]),
    ],
    ids=[
        "one name", "two names", "no name", "one number", "two numbers", "a number", "no authority"
    ],
)  # fmt: skip
def test_two_services_of_one_authority_are_told_by_number_or_name(put, write, first, second, kinds):
    reports = [
        replace(
            write(f"{number}.md", text, **{**HOME, **fields}),
            from_catalogue=("urn",) if "urn" in fields else (),
        )
        for number, text, fields in ((1, "Plans are clear.", first), (2, "Rooms are warm.", second))
    ]
    assert [put(each)[0].kind for each in reports] == kinds
