import pytest

from corpus.tagging.lexicon import load_lexicon
from corpus.tagging.themes import Tagger

OWN = """\
[themes.sport]
base = -1
section = 0.5
sections = ["sport"]

[themes.sport.words]
"football" = 2
"swimming pool" = 0.8
"coach" = 0.5

[tones.praise]
base = -2

[tones.praise.words]
"good" = 4

[tones.blame]
base = -2

[tones.blame.words]
"poor" = 4

[polarity.strength]
praise = 4
blame = -4

[polarity.weakness]
praise = -4
blame = 4
recommendation = 3

[polarity.mixed]
both = 8

[polarity.neutral]
base = 1

[polarity.neutral.words]
"census" = 9
"""


@pytest.fixture
def own(tmp_path):
    """A tagger with a small lexicon of its own."""
    path = tmp_path / "themes.toml"
    path.write_text(OWN, encoding="utf-8")
    return Tagger(load_lexicon(path))
