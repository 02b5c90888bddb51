import os
from pathlib import Path

import pytest

from corpus.errors import EmptyFolder, Refused
from corpus.folders import find_files
from tests.corpus.read_paths import read_paths


def describe(items: list[Path | Refused], folder: Path) -> list[str]:
    """Return paths relative to the folder, and the causes of refusals."""
    return [
        item.cause if isinstance(item, Refused) else str(item.relative_to(folder)) for item in items
    ]


def test_files_are_found_sorted_in_folders_and_below(tmp_path: Path) -> None:
    litter = (".hidden", "~$lock.docx", "Thumbs.db", "c.pdf.crdownload", "D.PDF.PART")
    for name in ("b.pdf", "a/z.pdf", "a/b/c.pdf", *litter):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    paths = list(find_files([tmp_path]))
    assert describe(paths, tmp_path) == ["a/b/c.pdf", "a/z.pdf", "b.pdf"]
    assert list(find_files([tmp_path / ".hidden"])) == [tmp_path / ".hidden"]


@pytest.mark.parametrize(
    "names",
    [
        ("report.pdf", "report (1).pdf", "report-corrected.pdf"),
        ("report.md", "report (1).md", "report (2).md", "report (10).md"),
        ("report.md", "report corrected.md", "report_final.md"),
        ("report.pdf", "report.txt", "report-2.md"),
        ("kent v9.md", "kent v9 copy.md", "kent v10.md"),
        ("1.md", "02.md", "3.md", "a.md"),
        ("2023-12.md", "2024-02.md", "2024-11.md"),
    ],
)
def test_what_is_named_after_another_file_comes_after_it(tmp_path: Path, names) -> None:
    for name in sorted(names):
        (tmp_path / name).touch()
    assert describe(list(find_files([tmp_path])), tmp_path) == list(names)


def test_an_empty_folder_is_refused_and_a_missing_file_is_left_to_the_reader(
    tmp_path: Path,
) -> None:
    (tmp_path / "empty").mkdir()
    items = list(find_files([tmp_path / "gone", tmp_path / "empty"]))
    assert describe(items, tmp_path) == ["gone", "is an empty folder"]
    assert isinstance(items[1], EmptyFolder)


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights on Windows")
def test_links_that_loop_are_refused_and_the_rest_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "report.pdf").touch()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    items = list(find_files([tmp_path]))
    assert describe(items[:2], tmp_path) == ["a/report.pdf", f"is the same folder as {tmp_path}"]
    assert tmp_path / "self" in items
    assert isinstance(next(read_paths([tmp_path / "self"])), Refused)
