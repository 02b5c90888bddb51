"""What a line of layout analysis says of itself."""

import pytest
from msgspec.structs import replace as replace_fields

from tests.corpus.layout.printing import layout_lines, line

(PLAIN,) = layout_lines(line("Help", 100))


@pytest.mark.parametrize(
    ("changes", "has_marker", "kind_is_stated"),
    [
        ({}, False, False),
        ({"bullet": "•"}, True, False),
        ({"number": 0}, True, False),
        ({"heading_level": 1}, False, True),
        ({"bullet_depth": 1}, False, True),
    ],
    ids=["plain", "bullet", "number", "stated heading", "stated list item"],
)
def test_markers_and_stated_kinds(changes, has_marker, kind_is_stated):
    changed = replace_fields(PLAIN, **changes)
    assert (changed.has_marker, changed.kind_is_stated) == (has_marker, kind_is_stated)
