"""Marked lines leave the running text and become blocks."""

from dataclasses import replace

from msgspec.structs import replace as replace_fields

from corpus.layout.blocks import CONTENTS, NOTE, RUNNING, Block
from corpus.layout.furniture.set_aside import set_furniture_aside
from tests.corpus.layout.printing import line, state_of


def test_marked_lines_become_blocks_after_those_set_aside_before():
    state = state_of([line(text, 100) for text in ("Help", "1  See  above.", "Care", "Care 4")])
    head = Block(RUNNING, "Report", page=1)
    kinds = ("", NOTE, "", CONTENTS)
    marked = zip(state.lines, kinds, strict=True)
    state = replace(
        state,
        lines=tuple(replace_fields(line, furniture=kind) for line, kind in marked),
        furniture=(head,),
    )
    after = set_furniture_aside(state)
    assert [line.text for line in after.lines] == ["Help", "Care"]
    assert after.furniture == (
        head,
        Block(NOTE, "1 See above.", page=1, size=12.0),
        Block(CONTENTS, "Care 4", page=1, size=12.0),
    )
