"""What can go wrong while searching.

SearchError
└── BadRequest       a Request that cannot be answered as asked
    └── TooLong      its query takes longer than it may

A mistake in vocabulary.toml is a DataError of corpus.errors.
"""

from __future__ import annotations

from corpus.errors import EvidenceError


class SearchError(EvidenceError):
    """Anything that `search` raises on purpose. Its message is fit to be shown."""


class BadRequest(SearchError):
    """A field of the Request holds a value that does not exist: names field, value, choices."""


class TooLong(BadRequest):
    """A query took longer than it may and was stopped: the message says what to do."""
