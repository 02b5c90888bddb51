"""The table of fuzz targets by name."""

import tempfile

from tests.tools.fuzz.index_targets import ArchiveTarget, ArrayFileTarget, ContentsTarget
from tests.tools.fuzz.input_targets import QueryTarget, ReportFileTarget
from tests.tools.fuzz.web_targets import AddressTarget, WireTarget

TARGETS = {
    "queries": QueryTarget,
    "readers": ReportFileTarget,
    "arrays": ArrayFileTarget,
    "tables": ContentsTarget,
    "archives": ArchiveTarget,
    "addresses": AddressTarget,
    "requests": WireTarget,
}


def create_target(name):
    """Return a target in a folder of its own, which is never removed: failing inputs lie in it."""
    return TARGETS[name](tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
