"""The sample reports as a collection, indexed once."""

from pathlib import Path

import pytest

from corpus import reading
from index.snapshot import Snapshot
from tests.search.worlds import collection

SAMPLES = Path(__file__).parents[3] / "corpus" / "samples"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    data = tmp_path_factory.mktemp("samples")
    return collection(data, *(reading.read(path) for path in sorted(SAMPLES.iterdir())))
