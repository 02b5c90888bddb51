"""Fetch what a catalogue lists and a folder lacks: one outcome for each of its addresses."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import httpx

from corpus.catalogue.file_names import (
    DOCUMENT_SUFFIXES,
    name_key,
    safe_name,
    split_suffix,
    unique_url_name,
    url_name,
)
from corpus.catalogue.rows import Catalogue, CatalogueRow
from corpus.errors import Refused
from corpus.fetching.client import PoliteClient
from corpus.fetching.content import check_content
from corpus.fetching.download import download
from corpus.fetching.manifest import FetchedFile, Manifest
from corpus.fetching.parts import PartFile


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that was downloaded, and its size in bytes."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class PresentFile:
    """A file that was there already; `was_asked` whether its server confirmed it."""

    path: Path
    was_asked: bool = False


Outcome: TypeAlias = NewFile | PresentFile | Refused


@dataclass(frozen=True, slots=True)
class Listed:
    """An address of a catalogue, its row, and the name of its file, perhaps without a suffix."""

    url: str
    row: CatalogueRow
    name: str


def list_addresses(catalogue: Catalogue) -> list[Listed | Refused]:
    """Return what a catalogue lists, each address once, with a name that no other has.

    It is the one in the row, else the last part of the address, with digits of the address's hash
    where several share it. A name that a row gives and another has already is refused.
    """
    rows: dict[str, CatalogueRow] = {}
    for row in catalogue.rows:
        if row.source_url:
            rows.setdefault(row.source_url, row)
    shared = Counter(name_key(url_name(url)) for url, row in rows.items() if not row.file)
    listed: list[Listed | Refused] = []
    taken: dict[str, str] = {}
    for url, row in rows.items():
        plain = url_name(url)
        name = safe_name(row.file) if row.file else plain
        if not row.file and (shared[name_key(plain)] > 1 or name_key(plain) in taken):
            name = unique_url_name(url)
        other = taken.setdefault(name_key(name), url)
        if other != url:
            cause = f"would have the same file, {name}, as {other}"
            listed.append(Refused(url, cause, f"give row {row.line} another file name"))
        else:
            listed.append(Listed(url, row, name))
    return listed


def fetch_listed(
    listed: Sequence[Listed | Refused], folder: Path, client: PoliteClient, update: bool = False
) -> Iterator[Outcome]:
    """Yield what became of each address, in order: downloaded, there already, or refused.

    With `update` the servers are asked whether what is there has changed. The folder must exist.
    Raise Refused where it cannot be written to.
    """
    manifest = Manifest(folder)
    for one in listed:
        try:
            yield one if isinstance(one, Refused) else fetch(one, manifest, client, update)
        except Refused as refusal:
            yield Refused(one_name(one), refusal.cause, refusal.remedy)
        except httpx.HTTPError as error:  # of a kind that no part of this expects
            yield Refused(one_name(one), f"cannot be asked ({error})", "check the link")
        except OSError as error:
            cause = f"cannot be written to ({error.strerror or error})"
            raise Refused(str(folder), cause, "see to the disk, then run it again") from error


def one_name(one: Listed | Refused) -> str:
    """Return the address that a line to a person names, with its row."""
    return one.file if isinstance(one, Refused) else f"row {one.row.line}, {one.url}"


def fetch(one: Listed, manifest: Manifest, client: PoliteClient, update: bool) -> Outcome:
    """Download one address unless its file is there. Raise Refused."""
    path = find_present(one, manifest)
    known = manifest.find(one.url)
    if path is not None and not update:
        return PresentFile(path)
    validators = known.validators if path is not None and known is not None else None
    part = PartFile(manifest.folder, one.name)
    finished = download(client, one.url, part, validators)
    if path is not None and not finished.is_changed:
        return PresentFile(path, was_asked=True)
    data = part.path.read_bytes()
    stem, listed_suffix = split_suffix(one.name)
    try:
        suffix = check_content(one.row, one.url, data, listed_suffix)
    except Refused:
        part.discard()
        raise
    target = path or manifest.folder / f"{stem}{listed_suffix or suffix}"
    is_same = path is not None and path.read_bytes() == data
    part.keep_as(target)
    manifest.add(FetchedFile(one.url, target.name, finished.validators))
    return PresentFile(target, was_asked=True) if is_same else NewFile(target, len(data))


def find_present(one: Listed, manifest: Manifest) -> Path | None:
    """Return the file of an address that is in the folder already, None where it is missing.

    A file of its name that came from elsewhere, or has not the content that is listed, is not it.
    """
    known = manifest.find(one.url)
    stem, named = split_suffix(one.name)
    names = [known.file] if known else [one.name, *(f"{stem}{s}" for s in DOCUMENT_SUFFIXES)]
    for name in names if known or not named else names[:1]:
        path = manifest.folder / name
        if path.is_file() and manifest.owner(name) in (None, one.url):
            sha256 = one.row.sha256
            if sha256 is None or hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
                return path
    return None
