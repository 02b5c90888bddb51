"""A commit that is over is forgotten, with its mapped files and all that was made of it."""

import gc
import weakref

from index.collection import Collection
from index.writing import writing
from search.model import Request
from search.service import search
from search.wording import distinctive
from tests.reliability.worlds import visit


def test_a_snapshot_goes_when_the_next_is_opened(tmp_path):
    before = []
    collection = Collection(tmp_path)
    for lap in (1, 2):
        with writing(tmp_path) as writer:
            writer.put(visit("ash", lap))
        snapshot = collection.snapshot()
        search(snapshot, Request("children", facets=("grade", "framework")))
        distinctive(snapshot, Request("children"))
        before.append(weakref.ref(snapshot))
        del snapshot
    gc.collect()
    assert before[0]() is None
    assert before[1]() is not None
