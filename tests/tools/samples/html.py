"""Render a sample as an HTML page, with all that surrounds a report on a web site."""

from __future__ import annotations

import re
from html import escape

from tests.tools.samples.blocks import SampleBlock, SampleSource

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>body {{ font-family: sans-serif; max-width: 42em }} td {{ border: 1px solid }}</style>
<script>document.documentElement.className = "has-script";</script>
</head>
<body>
<header><a href="#content">Skip to the report</a> <a href="/">All invented reports</a></header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ol>
{contents}
</ol>
</nav>
<main id="content">
{content}
</main>
<footer><p>{footer}</p></footer>
</body>
</html>
"""


def render(source: SampleSource) -> bytes:
    """Return the sample as an HTML page in UTF-8."""
    heads = [b for b in source.blocks if b.kind == "heading" and b.level == 2]
    contents = "\n".join(
        f'<li><a href="#{make_anchor(b)}">{escape(b.text)}</a></li>' for b in heads
    )
    content = "\n".join(render_blocks(source.blocks))
    title, footer = escape(source.facts["title"]), escape(source.facts["footer"])
    return PAGE.format(title=title, contents=contents, content=content, footer=footer).encode()


def render_blocks(blocks: tuple[SampleBlock, ...]) -> list[str]:
    """Return the lines of HTML: list items and rows within the lists and tables they make."""
    lines: list[str] = []
    open_tags: list[str] = []
    for block in blocks:
        wanted = {"bullet": ["ul"] * block.level, "row": ["table"]}.get(block.kind, [])
        while open_tags != wanted[: len(open_tags)]:
            lines.append(f"</{open_tags.pop()}>")
        while len(open_tags) < len(wanted):
            open_tags.append(wanted[len(open_tags)])
            lines.append(f"<{open_tags[-1]}>")
        lines.append(render_block(block))
    return [*lines, *(f"</{tag}>" for tag in reversed(open_tags))]


def render_block(block: SampleBlock) -> str:
    """Return the block as one HTML element."""
    inner = "".join(
        f"<strong>{escape(run.text)}</strong>" if run.look == "bold" else escape(run.text)
        for run in block.runs
    )
    if block.kind == "heading":
        return f'<h{block.level} id="{make_anchor(block)}">{inner}</h{block.level}>'
    if block.kind == "row":
        return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in block.cells) + "</tr>"
    return {"bullet": f"<li>{inner}</li>", "boxed": f"<aside><p>{inner}</p></aside>"}.get(
        block.kind, f"<p>{inner}</p>"
    )


def make_anchor(heading: SampleBlock) -> str:
    """Return the id of a heading."""
    return re.sub(r"[^a-z0-9]+", "-", heading.text.lower()).strip("-")
