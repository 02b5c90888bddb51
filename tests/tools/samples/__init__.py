"""Render the sample reports that are PDF, DOCX and HTML from their sources in a Markdown dialect."""

from pathlib import Path

from tests.tools.samples import html, pdf, word
from tests.tools.samples.blocks import read_source

SOURCES = Path(__file__).parent / "source"
SAMPLES = Path(__file__).parents[3] / "corpus" / "samples"
RENDERERS = {"pdf": pdf.render, "docx": word.render, "html": html.render}


def render_samples(folder: Path) -> list[Path]:
    """Write a sample from each source into `folder`, and return their paths."""
    paths = []
    for source in map(read_source, sorted(SOURCES.glob("*.md"))):
        path = folder / f"{source.name}.{source.facts['format']}"
        path.write_bytes(RENDERERS[source.facts["format"]](source))
        paths.append(path)
    return paths
