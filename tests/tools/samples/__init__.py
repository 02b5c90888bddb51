"""Makes the sample reports that are PDF, DOCX and HTML from their sources."""

from pathlib import Path

from tests.tools.samples import page, pdf, word
from tests.tools.samples.blocks import read

SOURCES = Path(__file__).parent / "source"
SAMPLES = Path(__file__).parents[3] / "corpus" / "samples"
RENDERERS = {"pdf": pdf.render, "docx": word.render, "html": page.render}


def make(folder: Path) -> list[Path]:
    """Returns the files made in `folder`, one from each source."""
    made = []
    for source in map(read, sorted(SOURCES.glob("*.md"))):
        path = folder / f"{source.name}.{source.facts['format']}"
        path.write_bytes(RENDERERS[source.facts["format"]](source))
        made.append(path)
    return made
