from web.commands.watching.folders import (
    MISSING,
    REPLACED,
    RETURNED,
    VANISHED,
    WatchedFolders,
    list_places,
)


def make(tmp_path, *names, data="data"):
    return WatchedFolders([tmp_path / name for name in names], tmp_path / data)


def test_a_folder_in_another_and_a_second_mention_count_once(tmp_path):
    folders = make(tmp_path, "a/b", "a", "c", "a", "ab")
    assert [path.name for path in folders.all] == ["a", "c", "ab"]


def test_what_becomes_of_a_folder_is_told_once(tmp_path):
    folder, other = tmp_path / "a", tmp_path / "b"
    folder.mkdir()
    folders = make(tmp_path, "a", "b")
    assert folders.look() == [(other, MISSING)]
    assert folders.look() == []
    assert folders.present == (folder,)
    folder.rename(tmp_path / "away")
    other.mkdir()
    assert not folders.are_intact()
    assert folders.look() == [(folder, VANISHED), (other, RETURNED)]
    assert folders.present == (other,)
    folder.write_text("a file")
    assert folders.look() == []
    folder.unlink()
    (tmp_path / "away").rename(folder)
    assert folders.look() == [(folder, RETURNED)]
    assert folders.are_intact()
    other.rename(tmp_path / "old")
    other.mkdir()
    assert not folders.are_intact()
    assert folders.look() == [(other, REPLACED)]


def test_what_is_in_a_folder_is_told_from_what_is_not(tmp_path):
    folders = make(tmp_path, "a", "c", data="a/data")
    names = {
        "a/x.pdf": True,
        "a/sub/x.pdf": True,
        "c/x.pdf": True,
        "ab/x.pdf": False,
        "a": False,
        "a/.x.pdf.part": False,
        "a/.git/x.pdf": False,
        "a/~$x.docx": False,
        "a/x.pdf.crdownload": False,
        "a/data/MAIN_1.arr": False,
        "a/data": False,
    }
    assert {name: folders.holds(tmp_path / name) for name in names} == names


def test_a_file_is_lacking_only_where_its_folder_is_there(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.pdf").touch()
    folders = make(tmp_path, "a", "b")
    folders.look()
    files = {"a/x.pdf": False, "a/y.pdf": True, "b/x.pdf": False, "c/x.pdf": False}
    assert {name: folders.lacks(str(tmp_path / name)) for name in files} == files


def test_a_path_lies_in_all_folders_above_it():
    assert list_places("/a/b/c.pdf") == ["/a/b/c.pdf", "/a/b", "/a", "/"]
