"""Decide what a report is to those that an index holds: new, one of them, or a successor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.corrections.supplements import list_supplements
from corpus.formats.recognised import list_recognised
from corpus.model import Report
from corpus.understanding.identity import list_id_candidates, strip_hash
from index.registry.held_reports import HeldReports
from index.registry.provenance import Provenance, StatedFacts, is_in_place, state_facts
from index.registry.text_keys import TextKeys, make_text_digest, make_text_keys

PutKind = Literal["added", "replaced", "unchanged", "duplicate"]

REREAD = "a newer reader read it again"
RECOGNISED = "another part of its pages was recognised"
SUPPLEMENTED = "a catalogue or a correction says something else of it"
MOVED = "its file moved"
CHANGED_FILE = "its file has another text now"
CHANGED_TEXT = "another file has the same title, authority, framework and dates, and a changed text"

SAME_TEXT = "has the same report as"
EARLIER_TEXT = "has an earlier text of the report in"

MAX_REPLACED = 2_000
"""What the index remembers of the earlier texts of a report: two digests of each."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a report is to those held: its kind, and under which id it is held from now on.

    `existing` is the report that it repeats, or the first of `predecessors`, all of which it
    replaces. `cause` says why it replaces or repeats.
    """

    kind: PutKind
    report: str
    existing: str | None = None
    predecessors: tuple[str, ...] = ()
    cause: str = ""


def decide(report: Report, source: Provenance, registry: HeldReports) -> Decision:
    """Return what a report that was read from `source` is to the reports registry.

    The first that applies counts. Its content is held: then it is unchanged, read again, moved,
    or a duplicate of a file that is still in place. Its text is held from another file that
    states the same: likewise. Another file gave an edition of it: that is replaced, unless this
    is a text which it replaced before. Its own file gave another report: that is replaced.
    Otherwise it is new.
    """
    before = registry.from_file(source.file)
    same_content = registry.with_content(source.sha256)
    if same_content is not None and same_content in before:
        cause = find_difference(report, source, same_content, registry)
        if not cause:
            return Decision("unchanged", same_content, same_content)
        return succeed(report, source, registry, (same_content, *before), cause)
    namesakes = [name for name in registry.with_facts_of(report) if name not in before]
    # Only for others that state the same: most reports have none.
    keys = make_text_keys(part.text for part in report.paragraphs) if namesakes else ()
    copy = same_content or find_same_text(keys, namesakes, registry)
    if copy is not None:
        if not is_in_place(registry.sources[copy]):
            return succeed(report, source, registry, (copy, *before), MOVED)
        if registry.sources[copy].reader < source.reader:
            return succeed(report, source, registry, (copy, *before), REREAD)
        return Decision("duplicate", report.id, copy, cause=SAME_TEXT)
    edition = find_edition(report, keys, namesakes, registry)
    if edition is not None and not before and is_earlier_text(edition, report, source, registry):
        return Decision("duplicate", report.id, edition, cause=EARLIER_TEXT)
    if edition is not None:
        return succeed(report, source, registry, (edition, *before), CHANGED_TEXT)
    if before:
        return succeed(report, source, registry, before, CHANGED_FILE)
    return Decision("added", choose_id(report, source, registry, ()))


def find_difference(
    report: Report, source: Provenance, same_content: str, registry: HeldReports
) -> str:
    """Return what differs between a report and the one that is held of its file, "" for nothing."""
    if registry.sources[same_content].reader != source.reader:
        return REREAD
    before = registry[same_content].facts()
    if list_recognised(report) != list_recognised(before):
        return RECOGNISED
    return "" if list_supplements(report) == list_supplements(before) else SUPPLEMENTED


def find_same_text(keys: TextKeys, namesakes: Sequence[str], registry: HeldReports) -> str | None:
    """Return which of the reports that state the same has the text of these keys, None for none."""
    return next((name for name in namesakes if registry.text_keys(name) == keys), None)


def find_edition(
    report: Report, keys: TextKeys, namesakes: Sequence[str], registry: HeldReports
) -> str | None:
    """Return which of the reports that state the same is an edition of this one, whose text has
    these keys; None for none.

    All are, where nothing of what they state is unknown, however much the text was changed. Of two
    services with known numbers (URN), which catalogues give, the numbers decide. There
    is one edition as a rule; of several, the one that shares most of its text.
    """
    stated = state_facts(report)
    editions = [name for name in namesakes if is_edition(report.urn, stated, name, registry)]
    own = set(keys)
    return max(
        editions, key=lambda name: len(own.intersection(registry.text_keys(name))), default=None
    )


def is_edition(urn: str | None, stated: StatedFacts, name: str, registry: HeldReports) -> bool:
    """Return whether a report that states the same as another, `name`, is an edition of it."""
    other_urn = registry[name].facts().urn if urn and stated.is_on_service else None
    if other_urn:
        return stated.is_dated and urn == other_urn
    return stated.name_one_report


def is_earlier_text(
    edition: str, report: Report, source: Provenance, registry: HeldReports
) -> bool:
    """Return whether `edition` replaced this content or this text before, and its own file is in
    place. A copy of a file may have other bytes, and a newer reader may read a file otherwise.
    """
    digests = {source.sha256, digest_report(report)}
    is_known = not digests.isdisjoint(registry[edition].replaced)
    return is_known and is_in_place(registry.sources[edition])


def digest_report(report: Report) -> str:
    """Return the digest of a report's text."""
    return make_text_digest(part.text for part in report.paragraphs)


def succeed(
    report: Report,
    source: Provenance,
    registry: HeldReports,
    predecessors: tuple[str, ...],
    cause: str,
) -> Decision:
    """Return the decision to replace some reports, the first of them keeping its id if it can."""
    predecessors = tuple(dict.fromkeys(predecessors))
    report_id = choose_id(report, source, registry, predecessors)
    return Decision("replaced", report_id, predecessors[0], predecessors, cause)


def choose_id(
    report: Report, source: Provenance, registry: HeldReports, predecessors: tuple[str, ...]
) -> str:
    """Return the id of the report it succeeds where that names the same, else a free one."""
    for predecessor in predecessors:
        is_same_file = registry.sources[predecessor].sha256 == source.sha256
        if strip_hash(predecessor) == strip_hash(report.id) and (
            is_same_file or registry[predecessor].facts().title == report.title
        ):
            return predecessor
    return next(
        candidate
        for candidate in list_id_candidates(report.id, source.sha256)
        if candidate not in registry or candidate in predecessors
    )


def list_replaced(
    report: Report, source: Provenance, registry: HeldReports, decision: Decision
) -> tuple[str, ...]:
    """Return the digests of the earlier texts of a report that replaces others, the last first: of
    each the SHA-256 of its file, and that of its text.
    """
    own = {source.sha256, digest_report(report)} if decision.predecessors else set[str]()
    earlier: dict[str, None] = {}
    for predecessor in decision.predecessors:
        report_before, sha256 = registry[predecessor], registry.sources[predecessor].sha256
        if sha256 != source.sha256:  # else it is another reading of the same file
            earlier |= dict.fromkeys((sha256, make_text_digest(report_before.texts())))
        earlier |= dict.fromkeys(report_before.replaced)
    return tuple(digest for digest in earlier if digest not in own)[:MAX_REPLACED]
