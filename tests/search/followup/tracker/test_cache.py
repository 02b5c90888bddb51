"""The trackers that were last asked for."""

from concurrent.futures import ThreadPoolExecutor

from search.followup.tracker import cache
from tests.search.followup.authority import FIRST, SECOND
from tests.search.worlds import index_engine


def test_a_tracker_is_worked_out_once_for_a_commit(tmp_path):
    engine = index_engine(tmp_path, FIRST, SECOND)
    tracker = cache.find_tracker(engine, "Ashford")
    assert cache.find_tracker(engine, "Ashford") is tracker
    assert cache.find_tracker(engine, "Ashford", withdrawn=True) is not tracker
    assert cache.find_tracker(engine, "Atlantis") is None


def test_another_commit_begins_anew(tmp_path):
    before = cache.find_tracker(index_engine(tmp_path, FIRST), "Ashford")
    after = cache.find_tracker(index_engine(tmp_path, SECOND), "Ashford")
    assert (len(before.reports), len(after.reports)) == (1, 2)


def test_no_more_than_a_bound_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "MAX_TRACKERS", 1)
    engine = index_engine(tmp_path, FIRST, SECOND)
    tracker = cache.find_tracker(engine, "Ashford")
    cache.find_tracker(engine, "Ashford", withdrawn=True)
    assert cache.find_tracker(engine, "Ashford") is not tracker


def test_those_that_ask_at_once_get_one_tracker(tmp_path):
    engine = index_engine(tmp_path, FIRST, SECOND)
    with ThreadPoolExecutor(4) as pool:
        trackers = list(pool.map(lambda _: cache.find_tracker(engine, "Ashford"), range(8)))
    assert len({id(tracker) for tracker in trackers}) == 1
