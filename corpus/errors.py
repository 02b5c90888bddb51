"""What can go wrong while reading files.

CorpusError
├── Refused          a file that gives no report
└── DataError        a mistake in our own data files (themes.toml, authorities.csv)
"""

from __future__ import annotations


class CorpusError(Exception):
    """Anything that `corpus` raises on purpose. Its message is fit to be shown."""


class Refused(CorpusError):
    """A file gave no report: `file`, the `cause`, and what to do (`remedy`)."""

    def __init__(self, file: str, cause: str, remedy: str) -> None:
        super().__init__(file, cause, remedy)
        self.file, self.cause, self.remedy = file, cause, remedy

    def __str__(self) -> str:
        return f"{self.file}: {self.cause}; {self.remedy}"


class DataError(CorpusError):
    """A data file holds a mistake: the message names file, line and cause."""
