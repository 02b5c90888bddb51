"""The page of promises names tests and modules that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`([\w/]+\.py)`", PAGE)))


@pytest.mark.parametrize("name", NAMES)
def test_each_file_that_the_page_names_exists(name):
    assert (ROOT / name).is_file() or (ROOT / "tests" / "reliability" / name).is_file()


def test_the_page_names_each_test_of_this_folder():
    here = {path.name for path in Path(__file__).parent.glob("test_*.py")}
    assert here - set(NAMES) == {Path(__file__).name}
