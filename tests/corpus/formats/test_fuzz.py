"""Damaged files of every format: each is read, in part or whole, or refused; nothing else."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import formats
from corpus.errors import Refused
from corpus.formats.document import Document
from corpus.reading import read_paths
from tests.corpus import files
from tests.shared import REPORTS, SEED, needs_shared

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
        document = formats.read_document(Path(name), damaged(SOUND[name], edits))
    except Refused:
        return
    assert isinstance(document, Document)
    assert all(line.text and "\n" not in line.text for line in document.lines)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = formats.read_document(Path("any"), data)
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
    assert not [cause for cause in causes if "process" in cause or "Error:" in cause]


HOSTILE = {
    "opening brackets": b"# a\n" + b"[" * 400_000,
    "stars": b"# a\n" + b"*a" * 200_000,
    "angles": b"# a\n" + b"<a" * 200_000,
    "hashes and spaces": b"# " + b" #" * 200_000 + b" a",
    "tags": b"<html>" + b"<div><table><tr><td><ul><li>" * 20_000,
    "comments": b"<html>" + b"<!--" * 100_000,
    "words": b"# a\n" + b"a\n" * 400_000,
    "form feeds": b"a" + b"\f" * 400_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_text_made_to_be_slow_is_not(name: str) -> None:
    with suppress(Refused):
        assert formats.read_document(Path(name), HOSTILE[name]).lines
