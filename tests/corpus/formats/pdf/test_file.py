import re
from pathlib import Path

import pytest

from corpus.errors import Refused
from corpus.formats.pdf import file as pdf
from corpus.formats.pdf.file import is_pdf, read_pdf
from tests.corpus import files


def test_pages_count_from_one_with_their_size() -> None:
    document = read_pdf(Path("x"), files.pdf([(72, 72, "", "One")], [(72, 72, "", "Two")]))
    assert [(line.page, line.text) for line in document.lines] == [(1, "One"), (2, "Two")]
    assert [(page.number, round(page.width)) for page in document.pages] == [(1, 595), (2, 595)]


THREE = files.pdf(*[[(72, 72, "", f"Page {number}")] for number in (1, 2, 3)])


def test_a_locked_file_is_refused() -> None:
    with pytest.raises(Refused, match="locked with a password"):
        read_pdf(Path("x"), files.pdf([(72, 72, "", "Help")], password="secret"))


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_refused(part: float) -> None:
    with pytest.raises(Refused, match="is not a whole PDF"):
        read_pdf(Path("x"), THREE[: int(part * len(THREE))])


@pytest.mark.parametrize(
    ("sound", "broken", "reason"),
    [
        (rb"5 0 obj\n<<", b"5 0 obj\n42", "is damaged"),
        (rb"(?<=\n)stream\n(?=.*7 0 obj).{9}", b"stream\n" + bytes(9), "is blank or damaged"),
    ],
    ids=["page", "content"],
)
def test_a_broken_page_is_named_and_the_rest_read(sound: bytes, broken: bytes, reason: str) -> None:
    first, second = THREE.split(b"5 0 obj", 1)
    data = first + re.sub(sound, lambda _: broken, b"5 0 obj" + second, count=1, flags=re.DOTALL)
    document = read_pdf(Path("x"), data)
    assert [line.text for line in document.lines] == ["Page 1", "Page 3"]
    assert [page.unreadable for page in document.pages] == [None, reason, None]


@pytest.mark.parametrize(("title", "expected"), [(b"<FEFF0041>", "A"), (b"<FEFFD8000041>", None)])
def test_a_title_that_is_not_text_is_none(title: bytes, expected: str | None) -> None:
    data = THREE.replace(b"/CreationDate", b"/Title " + title + b" /CreationDate")
    document = read_pdf(Path("x"), data)
    assert (document.title, len(document.pages)) == (expected, 3)


def test_a_file_of_far_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    with pytest.raises(Refused, match="has 3 pages"):
        read_pdf(Path("x"), THREE)


def test_a_picture_of_a_page_is_refused() -> None:
    with pytest.raises(Refused, match="page 1 has no text"):
        read_pdf(Path("x"), files.scan())


@pytest.mark.parametrize(
    ("data", "expected"),
    [(b"%PDF-1.7", True), (b"\n" * 1000 + b"%PDF-1.7", True), (b"\n" * 1024 + b"%PDF-1.7", False)],
    ids=["at the start", "within the first KiB", "later"],
)
def test_a_pdf_is_known_by_its_header(data: bytes, expected: bool) -> None:
    assert is_pdf(data) is expected
