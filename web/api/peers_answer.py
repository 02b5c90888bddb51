"""The answer of the JSON API about an authority and its peers."""

from __future__ import annotations

from dataclasses import dataclass

from search.followup.peer_reports import PeerReports
from search.followup.peers import PeerComparison
from search.model import Diagnostic, Request


@dataclass(frozen=True, slots=True)
class PeersAnswer:
    """What a search finds on an authority and its peers; without a search what the reports on them
    hold. The other one is null.
    """

    search: PeerComparison | None
    reports: PeerReports | None
    diagnostics: tuple[Diagnostic, ...]


def what_is_missing(asked: Request) -> str:
    """Return what an address does not give that asks for peers."""
    names = asked.filters.get("authority")
    if not names:
        return "the parameter authority is missing; give the one to compare"
    return f"the parameter group is missing, and {names[0]} is in none; give list:NAME,NAME"
