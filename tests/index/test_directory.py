"""Which commit is the newest in a directory, and which directories an index may be made in."""

import pytest

from index.directory import (
    commit_identity,
    has_commits,
    make_directory,
    newest_generation,
    prepare_directory,
    replace_file,
)
from index.errors import DiskFailed, NotAnIndex


def touch(data, *names):
    for name in names:
        (data / name).write_text("")


@pytest.mark.parametrize(
    ("names", "generation", "committed"),
    [
        ((), None, False),
        (("_MAIN_0.toc",), 0, False),
        (("_MAIN_9.toc", "_MAIN_10.toc", "_MAIN_11.toc.draft", "_OTHER_12.toc"), 10, True),
        (("MAIN_a.arr",), None, True),
        (("_MAIN_0.toc", "MAIN_a.arr"), 0, False),
        (("_MAIN_1_learnt.arr", "MAIN_WRITELOCK"), None, False),
    ],
    ids=["empty", "before the first", "the highest", "contents lost", "first unfinished", "others"],
)
def test_the_newest_commit(tmp_path, names, generation, committed):
    touch(tmp_path, *names)
    assert newest_generation(tmp_path) == generation
    assert has_commits(tmp_path) is committed


def test_a_directory_that_is_not_there_has_no_commit(tmp_path):
    assert newest_generation(tmp_path / "none") is None
    assert commit_identity(tmp_path / "none") is None


def test_a_commit_made_anew_has_another_identity(tmp_path):
    touch(tmp_path, "_MAIN_3.toc")
    first = commit_identity(tmp_path)
    assert first == commit_identity(tmp_path)
    (tmp_path / "_MAIN_3.toc").rename(tmp_path / "away")
    touch(tmp_path, "_MAIN_3.toc")
    assert commit_identity(tmp_path)[0] == first[0]
    assert commit_identity(tmp_path) != first


@pytest.mark.parametrize(
    "names",
    [
        (),
        (".hidden",),
        ("corrections.toml", "corrections.toml.draft"),
        ("_MAIN_2.toc", "letter.txt"),
        ("MAIN_WRITELOCK",),
    ],
    ids=str,
)
def test_an_index_may_be_here(tmp_path, names):
    touch(tmp_path, *names)
    prepare_directory(tmp_path)


@pytest.mark.parametrize("name", ["a file", "a directory of other things"])
def test_other_things_are_not_an_index(tmp_path, name):
    place = tmp_path / "data"
    if name == "a file":
        place.write_text("")
    else:
        place.mkdir()
        touch(place, "letter.txt")
    with pytest.raises(NotAnIndex, match="data: "):
        prepare_directory(place)


def test_missing_directories_are_made_with_their_parents(tmp_path):
    for _ in range(2):
        make_directory(tmp_path / "a" / "b")
        assert (tmp_path / "a" / "b").is_dir()


def test_a_file_has_its_new_content_whole_and_nothing_is_left_beside_it(tmp_path):
    for content in (b"one", b"", b"another"):
        replace_file(tmp_path / "kept.json", content)
        assert [path.name for path in tmp_path.iterdir()] == ["kept.json"]
        assert (tmp_path / "kept.json").read_bytes() == content
    with pytest.raises(DiskFailed):
        replace_file(tmp_path / "missing" / "kept.json", b"")
