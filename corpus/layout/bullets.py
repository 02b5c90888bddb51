"""Bullets: the glyphs that begin a list item, taken off the text of its line."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.formats.document import TextLine
from corpus.layout.lines import LayoutLine
from corpus.layout.state import LayoutState

BULLET_GLYPHS = "•◦‣⁃∙·●○■□▪▫◼◻◾◽◆◇❖➢➤➔►▶▸✓✔➣➲§\x83\x95"
"""Signs that are bullets wherever a line begins with one; private-use glyphs are, too."""

WEAK_BULLET_GLYPHS = "–—‒―−─⎯‐‑-\u0335\u0336*o"
"""Signs that are bullets only outside a sentence: a dash may be just a dash.

Some fonts give a dash as a stroke that strikes the letter before it out.
"""

LEADING_BULLET = re.compile(
    rf"\s*(?:[{re.escape(BULLET_GLYPHS)}\ue000-\uf8ff]+"
    rf"|[{re.escape(WEAK_BULLET_GLYPHS)}](?=\s|$))\s*"
)


def take_bullets_off(state: LayoutState) -> LayoutState:
    """Step: turn the document's lines, blank ones left out, into LayoutLines."""
    lines = tuple(layout_line(line) for line in state.document.lines if line.text.strip())
    return replace(state, lines=lines)


def layout_line(line: TextLine) -> LayoutLine:
    """Return a line of the document as a LayoutLine, its bullet taken off the text."""
    bullet = LEADING_BULLET.match(line.text)
    return LayoutLine(
        text=line.text[bullet.end() :] if bullet else line.text,
        page=line.page,
        left=line.left,
        right=line.right,
        top=line.top,
        bottom=line.bottom,
        size=line.size,
        bold=line.bold,
        bullet=bullet.group().strip() if bullet else "",
        cells=line.cells,
        heading_level=line.heading_level,
        bullet_depth=line.bullet_depth or 0,
    )


def has_weak_bullet(line: LayoutLine) -> bool:
    """Return whether a line's bullet may be a dash, or a letter, of the running text."""
    return bool(line.bullet) and line.bullet in WEAK_BULLET_GLYPHS
