"""Read files as reports, with the text of pages that are pictures, where Tesseract is installed.

A file is read first. Where that meets pictures of pages, they are recognised, each in a worker and
as many at a time as there are cores; then the file is read again with their text. What was
recognised is kept by the content of the file, so that it is done once.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from corpus.cores import available_cores
from corpus.errors import Refused, UnreadPictures
from corpus.formats.pdf.recognition import tesseract
from corpus.formats.pdf.recognition.task import PageTask
from corpus.formats.recognised import RecognisedPage, list_unread_pages
from corpus.model import Report
from corpus.reading import LoadedFile, load_file, read_loaded_files
from corpus.reading_pool import LoadedInWorker, Task, TaskFailure, run_in_order

Passed = TypeVar("Passed")

recognise_page: LoadedInWorker[RecognisedPage] = LoadedInWorker(
    "corpus.formats.pdf.recognition.page", "recognise_page"
)

PAGE_SECONDS = 150.0
"""For a page: to render it, and to call Tesseract three times at most where it lies on its side."""

PAGE_CPU_SECONDS = 30.0
"""Of processor time to render a page; that of Tesseract does not count."""

FILE_SECONDS = 1800.0
"""For the pages of a file: 500 take half of it on two cores."""

MAX_FAILURES = 3
"""Pages in a row that may fail, before the rest of a file is left; before any has been recognised,
the rest of all files.
"""


NO_FRAMEWORKS: Mapping[str, str] = {}


class PageStore(Protocol):
    """Where the recognised pages of files are kept, by the SHA-256 of their content."""

    def load(self, sha256: str) -> tuple[RecognisedPage, ...]:
        """Return the pages that are kept of a content, none if nothing is."""

    def keep(self, sha256: str, pages: Sequence[RecognisedPage]) -> None:
        """Keep the pages of a content."""


class NoStore:
    """Keeps nothing: for a look at a file."""

    def load(self, sha256: str) -> tuple[RecognisedPage, ...]:
        """Return no pages."""
        return ()

    def keep(self, sha256: str, pages: Sequence[RecognisedPage]) -> None:
        """Keep nothing."""


def read_files(
    files: Iterable[LoadedFile | Passed],
    store: PageStore,
    workers: int | None = None,
    frameworks: Mapping[str, str] = NO_FRAMEWORKS,
) -> Iterator[Report | Refused | Passed]:
    """Yield the report in each file, or why there is none, in the order given.

    All is as `read_loaded_files` does it, with the text of pages that are pictures where Tesseract
    is installed, or the store has it. `frameworks` are those that a curator named for reports, by
    their ids.
    """
    recogniser = Recogniser(store, workers or available_cores(), frameworks)
    with_kept = (
        replace(item, recognised=store.load(item.sha256), frameworks=frameworks)
        if isinstance(item, LoadedFile)
        else item
        for item in files
    )
    for outcome in read_loaded_files(with_kept, workers):
        if isinstance(outcome, (Report, UnreadPictures)):
            yield recogniser.read_again(outcome)
        else:
            yield outcome


class Recogniser:
    """Recognises pages of files and keeps them in a store; gives up where Tesseract fails."""

    def __init__(self, store: PageStore, workers: int, frameworks: Mapping[str, str]) -> None:
        self.store, self.workers, self.frameworks = store, workers, frameworks
        self._is_working = tesseract.is_installed()
        self._has_recognised = False

    def read_again(self, outcome: Report | UnreadPictures) -> Report | Refused:
        """Return what a file gives with the text of its pictures; `outcome` is without."""
        wanted = list_pictures(outcome)
        if not wanted or not self._is_working:
            return outcome
        name = outcome.source.file if isinstance(outcome, Report) else outcome.file
        try:
            file = load_file(Path(name))
        except Refused:  # it has left meanwhile
            return outcome
        kept = self.store.load(file.sha256)
        missing = wanted - {page.number for page in kept}
        if not missing:
            return outcome
        new = self.recognise(file, sorted(missing))
        if done := [page for page in new if not page.failure]:
            self.store.keep(file.sha256, [*kept, *done])
        file = replace(file, recognised=(*kept, *new), frameworks=self.frameworks)
        (again,) = read_loaded_files([file], workers=1)
        return again

    def recognise(self, file: LoadedFile, numbers: Sequence[int]) -> list[RecognisedPage]:
        """Return the pages of a file with those numbers, as they are recognised or why not."""
        pages = self.recognise_until(file, numbers, time.monotonic() + FILE_SECONDS)
        recognised: list[RecognisedPage] = []
        failures = 0
        for page in pages:
            recognised.append(page)
            failures = failures + 1 if page.failure else 0
            self._has_recognised |= not page.failure
            if failures == MAX_FAILURES:
                self._is_working = self._has_recognised
                break
        cause = "pages before it failed" if failures else f"it took over {FILE_SECONDS:g} seconds"
        rest = numbers[len(recognised) :]
        return [*recognised, *(RecognisedPage(number, failure=cause) for number in rest)]

    def recognise_until(
        self, file: LoadedFile, numbers: Sequence[int], end: float
    ) -> Iterator[RecognisedPage]:
        """Yield pages of a file in their order; begin none after `end` (monotonic clock)."""
        tasks = (
            Task(str(number), PageTask(file.content, number), PAGE_CPU_SECONDS)
            for number in numbers
            if time.monotonic() < end
        )
        for outcome in run_in_order(recognise_page, tasks, self.workers, PAGE_SECONDS):
            if isinstance(outcome, TaskFailure):
                yield RecognisedPage(int(outcome.name), failure=outcome.cause)
            else:
                yield outcome


def can_recognise() -> bool:
    """Return whether Tesseract is installed."""
    return tesseract.is_installed()


def list_pictures(outcome: Report | UnreadPictures) -> set[int]:
    """Return the numbers of pages of a file that may be pictures and were not read."""
    return set(outcome.pages) if isinstance(outcome, UnreadPictures) else list_unread_pages(outcome)
