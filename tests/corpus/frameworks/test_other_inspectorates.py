"""Two invented reports of each inspectorate beside children's services, and every word read of them.

In the folder `invented`, the first of each framework is Markdown, further ones are PDFs in other
layouts, which `printing.py` makes of the sources in `printed`. What a reader sees in them is in `read`
and `printed/read`, as `describe` writes it.
"""

from pathlib import Path

import pytest

from corpus.report_reader import read_file
from tests.corpus.frameworks.printing import print_source
from tests.corpus.frameworks.reading import describe

FOLDER = Path(__file__).parent / "invented"
KEYS = (
    *(
        "care-inspectorate",
        "cqc",
        "estyn",
        "hiqa",
        "hmicfrs-child-protection",
        "hmip-youth-justice",
    ),
    *("isi", "ofsted-report-card", "ofsted-school-2012", "ofsted-school-2019"),
    *("safeguarding-practice-review", "sccif"),
)
PRINTED = sorted(path.stem for path in (FOLDER / "printed").glob("*.txt"))


@pytest.mark.parametrize("key", KEYS)
def test_a_report_in_markdown(key):
    assert describe(read_file(FOLDER / f"{key}.md")) == expected(FOLDER / "read" / f"{key}.txt")


def test_each_framework_is_printed():
    assert set(KEYS) <= set(PRINTED)


@pytest.mark.parametrize("key", PRINTED)
def test_a_report_in_print(key, tmp_path):
    source = FOLDER / "printed" / f"{key}.txt"
    (tmp_path / "report.pdf").write_bytes(print_source(source.read_text(encoding="utf-8")))
    read = describe(read_file(tmp_path / "report.pdf"))
    assert read == expected(FOLDER / "printed/read" / f"{key}.txt")


def expected(file):
    return file.read_text(encoding="utf-8")
