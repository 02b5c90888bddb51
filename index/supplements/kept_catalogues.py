"""Keep catalogues in a file beside the commits of an index, the newest given first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from corpus.catalogue.rows import Catalogue, CatalogueRow
from index.directory import replace_file
from index.errors import BadCatalogues, disk

CATALOGUES_FILE = "MAIN_CATALOGUES.json"
FORMAT = 1


class KeptCatalogue(msgspec.Struct, frozen=True, omit_defaults=True):
    """A catalogue as it is kept: its name and its rows."""

    name: str
    rows: tuple[CatalogueRow, ...]


class KeptFile(msgspec.Struct, frozen=True):
    """All that the file holds; `format` is that of the file."""

    format: int
    catalogues: tuple[KeptCatalogue, ...]


def load_catalogues(data: Path) -> tuple[Catalogue, ...]:
    """Return the catalogues kept with the index at `data`, the newest given first; often none.

    Raise BadCatalogues where the file is not as it was written, and DiskFailed.
    """
    path = data / CATALOGUES_FILE
    try:
        with disk(path):
            content = path.read_bytes() if path.exists() else None
        if content is None:
            return ()
        kept = msgspec.json.decode(content, type=KeptFile)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadCatalogues(path, f"it holds what was not written there ({error})") from error
    if kept.format != FORMAT:
        raise BadCatalogues(path, f"it is of format {kept.format}, this is format {FORMAT}")
    return tuple(Catalogue(one.name, one.rows) for one in kept.catalogues)


def add_catalogues(data: Path, new: Iterable[Catalogue]) -> tuple[Catalogue, ...]:
    """Keep more catalogues with the index at `data`, and return all of them.

    One takes the place of another of its name. The file is on the disk, whole, when this returns.
    """
    by_name: dict[str, Catalogue] = {}
    for catalogue in (*reversed(tuple(new)), *load_catalogues(data)):
        by_name.setdefault(catalogue.name, catalogue)
    catalogues = tuple(by_name.values())
    kept = tuple(KeptCatalogue(one.name, one.rows) for one in catalogues)
    replace_file(data / CATALOGUES_FILE, msgspec.json.encode(KeptFile(FORMAT, kept)))
    return catalogues
