"""The page of an authority beside its peers, and what its address asks for."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template

from search.followup.peer_reports import PeerReports, compare_reports_held
from search.followup.peers import PeerComparison, compare_with_peers, looks_for_something
from search.groups import KINDS, resolve_group, usual_group, without_authority
from search.model import Group, Request
from web import address
from web.parameters import ParameterProblem
from web.server.request_engine import engine
from web.server.request_parameters import note, question

AUTHORITY = "authority"

blueprint = Blueprint("peers", __name__)


@dataclass(frozen=True, slots=True)
class Peers:
    """Whose peers an address asks for: an authority, and the group that it is not in."""

    authority: str
    group: Group


@blueprint.get("/peers")
def page() -> str:
    """Show an authority beside its peers: on a search, or else by what their reports hold."""
    asked = question(facets=())
    peers = asked_peers(asked)
    search, reports = compare_peers(asked, peers) if peers else (None, None)
    return render_template(
        "peers.html",
        question=asked,
        authority=next(iter(asked.filters.get(AUTHORITY, ())), ""),
        peers=peers,
        group_links=link_groups(asked, peers.authority) if peers else (),
        search=search,
        reports=reports,
        with_only=address.with_only,
    )


def asked_peers(asked: Request) -> Peers | None:
    """Return the authority of a request and the group of its peers; of none that is asked for, the
    first that it has. None where one is missing. Raise BadRequest where a program asks for more
    than one authority, or for a group of nobody else.
    """
    name, *more = asked.filters.get(AUTHORITY, ("",))
    note(ParameterProblem(AUTHORITY, one, f"is one here, and is “{name}”") for one in more)
    group = asked.group or (usual_group(name, engine()) if name else None)
    others = without_authority(group, name) if group else None
    if group and not others:
        note([ParameterProblem(address.GROUP, group.value, f"is a group of others than {name}")])
    return Peers(name, others) if name and others else None


def compare_peers(asked: Request, peers: Peers) -> tuple[PeerComparison | None, PeerReports | None]:
    """Return what a search finds on both sides, or without one what the reports of both hold."""
    if looks_for_something(asked):
        return compare_with_peers(engine(), asked, peers.authority, peers.group), None
    return None, compare_reports_held(engine(), asked, peers.authority, peers.group)


def link_groups(asked: Request, name: str) -> list[tuple[str, Request]]:
    """Return the kinds of groups that an authority has peers in, each with the Request for it."""
    groups = ((kind.label, resolve_group(f"{kind.key}:{name}", engine())) for kind in KINDS)
    return [
        (label, address.first_page(asked, group=group))
        for label, group in groups
        if isinstance(group, Group)
    ]
