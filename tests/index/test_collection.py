"""A collection hands out the newest commit, opened once, whole in every thread."""

import threading

import pytest

from index.collection import Collection, open_segment, open_snapshot
from index.commit import read_commit
from index.errors import Damaged, NotAnIndex
from index.writer import writing
from search.local.engine import local_engine
from search.model import Request
from search.service import search
from tests.index.reports import report
from tests.search.threads import hurried

ASH = report("ash", "Children are heard.")
FACETS = ("grade", "authority", "theme")


def test_a_reader_keeps_its_snapshot_and_the_next_gets_the_new_one(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
    collection = Collection(tmp_path)
    before = collection.snapshot()
    assert collection.snapshot() is before
    with writing(tmp_path) as writer:
        writer.put(report("elm", "Children are seen."))
    assert collection.snapshot().report_count == 2
    assert collection.snapshot().readers[0] is before.readers[0]
    assert before.report_count == 1


def test_an_index_made_anew_with_the_same_generation_is_noticed(tmp_path):
    collection = Collection(tmp_path / "data")
    for name in ("ash", "elm"):
        with writing(collection.data) as writer:
            writer.put(report(name, "Children are heard."))
        assert [report.id for report in collection.snapshot().reports()] == [name]
        collection.data.rename(tmp_path / f"old {name}")


def test_the_model_is_shared_while_it_is_the_same(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("ash", *map(str, range(100))))
    first = open_snapshot(tmp_path)
    with writing(tmp_path) as writer:
        writer.put(report("elm", "one more"))
    assert open_snapshot(tmp_path, first).model is first.model
    with writing(tmp_path) as writer:
        writer.put(report("oak", *map(str, range(100))))
    assert open_snapshot(tmp_path, first).model is not first.model


def test_nothing_is_shared_with_another_index(tmp_path):
    for name in ("first", "second"):
        with writing(tmp_path / name) as writer:
            writer.put(ASH)
    first = open_snapshot(tmp_path / "first")
    second = open_snapshot(tmp_path / "second", first)
    assert first.model_file == second.model_file
    assert second.model is not first.model


def test_a_segment_of_another_size_is_not_the_one_named(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(ASH)
    (segment,) = read_commit(tmp_path).segments
    assert open_segment(tmp_path, segment).size == 1
    for changed in ({"size": 2}, {"reports": 2}):
        other = type(segment)(**{"name": segment.name, "size": 1, "reports": 1, **changed})
        with pytest.raises(Damaged, match="not the segment that the table of contents names"):
            open_segment(tmp_path, other)


def test_no_index_is_said_until_there_is_one(tmp_path):
    collection = Collection(tmp_path / "data")
    with pytest.raises(NotAnIndex, match="there is no such directory"):
        collection.snapshot()
    with writing(collection.data) as writer:
        writer.put(ASH)
    assert collection.snapshot().report_count == 1


def test_while_one_thread_opens_a_commit_the_others_get_the_one_before(tmp_path, monkeypatch):
    with writing(tmp_path) as writer:
        writer.put(ASH)
    collection, opening, go_on = Collection(tmp_path), threading.Event(), threading.Event()
    before = collection.snapshot()
    with writing(tmp_path) as writer:
        writer.put(report("elm", "Children are seen."))

    def slow(data, previous=None):
        opening.set()
        go_on.wait()
        return open_snapshot(data, previous)

    monkeypatch.setattr("index.collection.open_snapshot", slow)
    thread = threading.Thread(target=collection.snapshot)
    thread.start()
    opening.wait()
    assert collection.snapshot() is before
    go_on.set()
    thread.join()
    assert collection.snapshot().report_count == 2


def test_sixteen_threads_see_whole_commits_while_one_writes(tmp_path):
    with writing(tmp_path) as writer:
        writer.put(report("first", "Plans are timely.", "Plans are late."))
    collection, torn, done = Collection(tmp_path), [], threading.Event()

    def ask():
        while not done.is_set():
            request = Request("plans", facets=FACETS, limit=100)
            page = search(local_engine(collection.snapshot()), request)
            in_facet = sum(value.paragraphs for value in page.facets[1].values)
            if not page.total == len(page.hits) == in_facet == 2 * page.reports:
                torn.append(page)

    threads = [threading.Thread(target=ask) for _ in range(16)]
    with hurried():
        for thread in threads:
            thread.start()
        for number in range(12):
            with writing(tmp_path) as writer:
                writer.put(report(f"r{number}", "Plans are timely.", "Plans are late."))
                writer.remove(f"r{number - 3}")
        done.set()
        for thread in threads:
            thread.join()
    assert torn == []
    assert collection.snapshot().report_count == 4
