"""The errors of the pages, the API and the command.

WebError
└── BadSetting       a setting has a value that it cannot have
"""

from __future__ import annotations

from corpus.errors import EvidenceError


class WebError(EvidenceError):
    """Anything that `web` raises on purpose. Its message is fit to be shown."""


class BadSetting(WebError):
    """A setting's value is wrong. The message names the setting, the value, and what it takes."""
