"""The page of promises names the tests that keep them."""

import re
from pathlib import Path

from tests.source_tree import ROOT

PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")


def test_the_page_names_each_test_of_this_folder():
    here = {path.name for path in Path(__file__).parent.glob("test_*.py")}
    assert here - set(re.findall(r"`([\w/]+\.py)`", PAGE)) == {Path(__file__).name}
