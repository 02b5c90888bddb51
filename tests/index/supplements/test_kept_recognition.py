"""Recognised pages beside an index: kept by content, bounded, gone with their report."""

import os
from dataclasses import replace

import pytest

from corpus.formats.recognised import RecognisedLine, RecognisedPage, RecognisedWord
from index.directory import prepare_directory
from index.supplements import kept_recognition
from index.supplements.kept_recognition import RecognitionStore
from index.writer import writing
from tests.index.reports import report

PAGE = RecognisedPage(2, 595, 842, (RecognisedLine(1, 2, 1, (RecognisedWord("Help", 1, 2, 91),)),))


@pytest.fixture
def store(tmp_path):
    return RecognitionStore(tmp_path / "data")


def test_what_is_kept_is_as_it_was(store):
    assert store.load("aa") == ()
    store.keep("aa", [PAGE])
    assert (store.load("aa"), store.load("bb")) == ((PAGE,), ())


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"format": 9, "pages": []}'])
def test_what_was_not_written_so_is_recognised_again(store, content):
    store.keep("aa", [PAGE])
    store.path("aa").write_bytes(content)
    assert store.load("aa") == ()


def test_what_was_read_longest_ago_goes_first(store, monkeypatch):
    for second, name in enumerate(("aa", "bb", "cc")):
        store.keep(name, [PAGE])
        os.utime(store.path(name), (second, second))
    size = store.path("aa").stat().st_size
    store.load("aa")
    monkeypatch.setattr(kept_recognition, "MAX_BYTES", 3 * size)
    store.keep("dd", [PAGE])
    assert {name for name in ("aa", "bb", "cc", "dd") if store.load(name)} == {"aa", "cc", "dd"}


def test_it_goes_with_its_report_and_not_before(store):
    first = report("eastmere-ilacs-2021-10-22", "Help is timely.")
    sha256 = first.source.sha256
    store.keep(sha256, [PAGE])
    store.keep("another", [PAGE])
    with writing(store.data) as writer:
        writer.put(first)
    with writing(store.data) as writer:
        moved = replace(first, source=replace(first.source, file="elsewhere.pdf"))
        writer.put(moved)
    assert store.load(sha256) == (PAGE,)
    with writing(store.data) as writer:
        writer.remove(first.id)
    assert (store.load(sha256), store.load("another")) == ((), (PAGE,))


def test_its_directory_is_one_of_an_index(store):
    store.keep("aa", [PAGE])
    prepare_directory(store.data)
