"""The root of all errors of this project, and what can go wrong while reading files.

EvidenceError
└── CorpusError
    ├── Refused      a file, folder or line that gives nothing
    │   ├── EmptyFolder  a folder without files
    │   └── UnreadPictures  a file of which pages are pictures
    └── DataError    a mistake in our own data files (themes.toml, vocabulary.toml ...)

The roots of the other packages (IndexingError, SearchError, WebError) derive from
EvidenceError too: it is defined here because every package may import this one.
"""

from __future__ import annotations


class EvidenceError(Exception):
    """Anything that this project raises on purpose. Its message is fit to be shown."""


class CorpusError(EvidenceError):
    """Anything that `corpus` raises on purpose."""


class Refused(CorpusError):
    """A file, folder or line gave nothing: its name, the `cause`, and what to do (`remedy`)."""

    def __init__(self, file: str, cause: str, remedy: str) -> None:
        super().__init__(file, cause, remedy)
        self.file, self.cause, self.remedy = file, cause, remedy

    def __str__(self) -> str:
        return f"{self.file}: {self.cause}; {self.remedy}"


class EmptyFolder(Refused):
    """A folder gave nothing, since no file is in it."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder, "is an empty folder", "name the folder with the reports")


class UnreadPictures(Refused):
    """A file gave nothing, and some of its `pages` are pictures, whose text may be recognised."""

    def __init__(self, file: str, cause: str, remedy: str, pages: tuple[int, ...] = ()) -> None:
        super().__init__(file, cause, remedy)
        self.pages = pages


class DataError(CorpusError):
    """A data file of ours holds a mistake: the message names file, place and cause."""
