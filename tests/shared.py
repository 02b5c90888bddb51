"""Where the real reports lie, and the mark that skips a test where they are absent."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared"
SEED = SHARED / "corpus" / "kensington-and-chelsea-2012.txt"
REPORTS = SHARED / "corpus" / "reports"

needs_shared = pytest.mark.skipif(
    not SEED.exists(), reason=f"needs the real reports, which are not at {SHARED}"
)
