"""One engine per snapshot, for all threads, until a newer commit retires it."""

from search.language.plan import plan_request
from search.local.engine import LocalEngines, local_engine, open_engine
from search.model import Request
from tests.index.reports import report
from tests.search.changes import apply_changes
from tests.search.clocks import AMPLE
from tests.search.threads import at_once
from tests.search.worlds import index_snapshot


def test_all_threads_share_the_engine_of_a_snapshot(tmp_path):
    snapshot = index_snapshot(tmp_path, ("ash", ["Plans are late."], {}))
    results = at_once(lambda: local_engine(snapshot), lambda: local_engine(snapshot).vocabulary)
    engine = local_engine(snapshot)
    assert all(shared is engine for shared, _ in results)
    assert all(vocabulary is engine.vocabulary for _, vocabulary in results)


def test_the_newest_commit_answers_and_one_in_hand_answers_on(tmp_path):
    apply_changes(tmp_path, [report("ash", "Plans are late.")])
    engines = LocalEngines(tmp_path)
    old = engines.newest()
    assert engines.newest() is old
    apply_changes(tmp_path, ["ash", report("elm", "Plans, plans.", "Plans.")])
    new = engines.newest()
    assert new is not old
    plans = Request("plans")
    assert [engine.count(plan_request(plans, engine, AMPLE)) for engine in (old, new)] == [1, 2]
    assert old.report("ash").paragraphs[0].text == "Plans are late."
    assert (old.report("elm"), new.report("ash")) == (None, None)
    assert open_engine(tmp_path).state == new.state
