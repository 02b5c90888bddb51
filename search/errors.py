"""What can go wrong while searching.

SearchError
├── BadRequest       a Request that cannot be answered as asked
│   └── TooLong      its query takes longer than it may
└── DataError        a mistake in our own data files (vocabulary.toml)
"""

from __future__ import annotations


class SearchError(Exception):
    """Anything that `search` raises on purpose. Its message is fit to be shown."""


class BadRequest(SearchError):
    """A field of the Request holds a value that does not exist: names field, value, choices."""


class DataError(SearchError):
    """A data file holds a mistake: the message names file, place and cause."""


class TooLong(BadRequest):
    """A query took longer than it may and was stopped: the message says what to do."""
