"""Files that are made to take long are read, or refused, within 5 seconds of processor time.

The workers keep that limit themselves: what a quadratic step would take longer for is refused as
having taken too much.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import Refused
from tests.corpus.formats.pdf.drawing import box, one_page_pdf, text
from tests.corpus.formats.word.parts import run, word_file
from tests.corpus.read_paths import read_paths

SENTENCE = "Inspectors found that help is timely and plans are clear for children. "
TITLE = "Inspection of Marrowdale council"
MARKDOWN, HTML = f"# {TITLE}\n\n", f"<h1>{TITLE}</h1><p>{SENTENCE}</p>"
WHITE = '<w:color w:val="FFFFFF"/>'
CELL, CELL_END = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"


def tiny_words(across: int, down: int) -> str:
    """Return the operators that print rows of letters with wide gaps."""
    row = "(a) Tj 2.2 0 Td " * across
    return "".join(f"BT /F1 1 Tf 1 0 0 1 10 {800 - 20 * at} Tm {row}ET\n" for at in range(down))


FILES = {
    "tables in tables.html": HTML + "<table><tr><td>" * 5_000 + SENTENCE,
    "lists in lists.html": HTML + "<ol><li>a " * 15_000,
    "letters on letters.md": MARKDOWN + f"Yours sincerely\n\n{SENTENCE * 2}\n\n" * 5_000,
    "figures.md": MARKDOWN + SENTENCE + "".join(f"\n\n{number}" for number in range(12_000)),
    "numbers.md": MARKDOWN + "".join(f"{n * 37 % 999}. help\n\n" for n in range(12_000)),
    "denied grades.md": MARKDOWN + f"# {'is not yet good and ' * 7}is good\n\n" * 3_000,
    "hyphens.txt": f"{TITLE}\n" + "safe- guard-\n" * 30_000,
    "white words in tables.docx": word_file(
        f"<w:p>{run(SENTENCE)}</w:p>{CELL * 60}"
        + f"<w:p>{run('a', WHITE)}</w:p>" * 10_000
        + CELL_END * 60
    ),
    "rows of letters.pdf": one_page_pdf(text(TITLE, 30) + tiny_words(9_000, 5)),
    "boxes over words.pdf": one_page_pdf(
        text(TITLE, 30)
        + "".join(text("help", 60 + at % 700, 50 + at % 400) for at in range(5_000))
        + "".join(box(at % 500, at % 800, 40, 20, 0.5) for at in range(5_000))
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_made_to_take_long_ends_in_time(name: str, tmp_path: Path) -> None:
    content, path = FILES[name], tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (result,) = read_paths([path], workers=1)
    assert "processor time" not in (result.cause if isinstance(result, Refused) else "")
