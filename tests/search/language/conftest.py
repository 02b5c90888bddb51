"""The sample reports as a collection, indexed once."""

import pytest

from corpus.model import Report
from search.local.engine import LocalEngine
from tests.search.worlds import index_engine


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, sample_reports: list[Report]) -> LocalEngine:
    return index_engine(tmp_path_factory.mktemp("samples"), *sample_reports)
