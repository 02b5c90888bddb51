"""The sample reports as a collection, indexed once."""

from pathlib import Path

import pytest

from corpus import reading
from search.local.engine import LocalEngine
from tests.search.worlds import index_engine

SAMPLES = Path(__file__).parents[3] / "corpus" / "samples"


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> LocalEngine:
    data = tmp_path_factory.mktemp("samples")
    return index_engine(data, *map(reading.read_file, sorted(SAMPLES.iterdir())))
