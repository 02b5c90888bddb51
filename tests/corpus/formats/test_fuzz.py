"""Damaged files of every format: each is read, in part or whole, or refused; nothing else."""

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import Refused
from corpus.formats.detection import read_document
from corpus.formats.document import Document
from tests.corpus import files
from tests.corpus.formats.word.parts import word_file
from tests.corpus.read_paths import read_paths
from tests.reliability.worlds import SOAK
from tests.shared import REPORTS, SEED, needs_shared

# Causes of a refusal that say nothing of the file, but of us.
LOST = re.compile("took|process|mistake|cannot be sent")
MARKDOWN = b"""# Report\n\n**Help****Grade 2 (Good)**\n\n1. Help is *timely*.\n  - one\n\ta\tb
| a | b |\n|---|---|\n[link](http://x.example) ![](y) <b>c</b>\n---\n"""
PAGE = b"""<!doctype html><title>Report</title><h1>Help</h1><ol start=3><li>Help <b>is</b> timely
<ul><li>one</ul></ol><table><tr><th>a<td>b</table><p hidden>c</p><script>d</script>"""
SOUND = {
    "pdf": files.pdf([(72, 72, "B", "Help"), (300, 72, "", "Good")], [(72, 72, "", "1. Timely.")]),
    "docx": files.word(lambda word: word.add_paragraph("Help", "List Number")),
    "html": PAGE,
    "markdown": MARKDOWN,
    "text": b"Help\f\n   1. Help is      timely.\r\n",
}

EDITS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from(["cut", "drop", "put", "twice"]),
        st.binary(max_size=8) | st.sampled_from([b"<", b"<!--", b"obj", b"<<", b"#", b"\n", b"\f"]),
    ),
    min_size=1,
    max_size=12,
)
Edits = list[tuple[float, str, bytes]]


def damaged(data: bytes, edits: Edits) -> bytes:
    """Return a file's content with parts of it cut off, dropped, overwritten or doubled."""
    for place, kind, put in edits:
        at = int(place * len(data))
        head, tail = data[:at], data[at:]
        data = {
            "cut": head,
            "drop": head + tail[len(put) :],
            "put": head + put + tail[len(put) :],
            "twice": head + tail[:99] + tail,
        }[kind]
    return data


@pytest.mark.parametrize("name", SOUND)
@given(edits=EDITS)
def test_a_damaged_file_is_read_or_refused(name: str, edits: Edits) -> None:
    try:
        document = read_document(Path(name), damaged(SOUND[name], edits))
    except Refused:
        return
    assert isinstance(document, Document)
    assert all(line.text and "\n" not in line.text for line in document.lines)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = read_document(Path("any"), data)
    except Refused:
        return
    assert document.lines


@needs_shared
def test_damaged_real_reports_are_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random(7)
    real = chance.sample(sorted(REPORTS.glob("*.pdf")), 8) + [SEED] * 2
    for number, path in enumerate(real):
        places = [chance.random() for _ in range(chance.choice([1, 20, 500]))]
        edits = [(place, chance.choice(["drop", "put"]), chance.randbytes(8)) for place in places]
        (tmp_path / f"{number:02}").write_bytes(damaged(path.read_bytes(), edits))
    results = list(read_paths(sorted(tmp_path.iterdir())))
    causes = [result.cause for result in results if isinstance(result, Refused)]
    assert len(results) == len(real)
    assert not list(filter(LOST.search, causes))


# What a pattern might go back over, a loop go through again, or a stack be filled by: each is
# repeated on one line, in rows, and as a page.
PIECES = [
    " ", "\t", "a", "a ", "1", "1.", ". ", ":", "Aa: ", "(", "[", "<a", "<!--", "<!---->", "*", " *a", " _a",
    "**a** ", "****", "~~a ", "[a](", "![a](", "|a", "“a”", "a's ", "-", "- ", "a-", "• ", "good ",
    "is not consistently good ", "requires improvement ", "overall effectiveness: good ", "1 to 2 ",
    "22 April 2024 ", "inspection of ", "council of ", "Lead inspector: ", "focused visit to ", "¹", "ab¹ ",
    "<sup>", "<del>", "[^", "The help is timely. ", "A. B. ", "\u200b", "a\u00ad", "\x01 a", "\u202ea",
]  # fmt: skip
ROWS = [
    "a\n", "\n", "1. a\n", "- a\n", "  - a\n", "# a\n", "Aa: b\n", "|a|b|\n", "a\tb\n", "a\n===\n\n", "---\n",
    "a\f", "Good\n", "agen-\n", "      a      b\n", "a\r", "> a\n", "**a**\n", "1 a\n", "Contents\nHelp 3\n",
]  # fmt: skip
ELEMENTS = [
    "<div>", "<p>a", "<b>", "<ul><li>a", "<table><tr><td>", "<td>a", "<sup>1", "<del>a ", "<footer>a<p>",
    "<main>a<p>", "<article>a", "</div>", "<p hidden>", "<!-- a -->", "<![CDATA[", "&#1;", "<ol reversed>",
    "<ol reversed><li>a</ol>", "a<br>", "<title>a", "<script>", "<select><option>", "<b><i>", "<", "<tr><td>a",
]  # fmt: skip
FRAME = (
    "# Inspection of Tarnsea\n\n"
    + "Inspectors of Ofsted judge the help and care that children have, and reviewed it all in May.\n\n"
    * 4
)
WORD_BODIES = {
    "paragraphs": "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
    "empty paragraphs": "<w:p/>",
    "rows": "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "deleted ends": "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a </w:t></w:r></w:p>",
    "boxes": "<w:p><w:r><w:txbxContent><w:p/></w:txbxContent></w:r></w:p>",
}
# Of a megabyte with `make soak`. What is quadratic is found with less.
HOSTILE_BYTES = 1 << 20 if SOAK else 1 << 14


def repeated(piece: str, size: int = HOSTILE_BYTES) -> str:
    return piece * (size // len(piece.encode()))


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file made to take long."""
    for number, piece in enumerate(PIECES + ROWS):
        text = repeated(piece)
        yield f"piece-{number:02}.md", (FRAME + text).encode()
        yield f"piece-{number:02}.txt", (FRAME.removeprefix("# ") + text).encode()
        yield f"piece-{number:02}-alone.txt", text.encode()
    for number, element in enumerate(ELEMENTS):
        page = f"<!doctype html><title>Inspection</title><p>{FRAME}<p>{repeated(element)}"
        yield f"element-{number:02}.html", page.encode()
    for name, body in WORD_BODIES.items():
        yield f"{name}.docx", word_file(repeated(body, 15 * HOSTILE_BYTES))
    yield "comments.html", b"<!---->" * 40 + b"plain text"
    deep = "<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"
    yield "deep.docx", word_file(deep[0] * 60 + repeated("<w:p/>") + deep[1] * 60)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")
def test_no_file_made_to_take_long_does(tmp_path: Path) -> None:
    """The bound is the reader's own, on processor time: a busy machine does not change it."""
    for name, data in hostile_files():
        (tmp_path / name).write_bytes(data)
    paths = sorted(tmp_path.iterdir())
    causes = {
        result.file: result.cause for result in read_paths(paths) if isinstance(result, Refused)
    }
    lost = {Path(file).name: cause for file, cause in causes.items() if LOST.search(cause)}
    assert lost == {}
