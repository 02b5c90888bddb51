"""All that an index keeps to add to reports as they are read: catalogues and corrections."""

from __future__ import annotations

from pathlib import Path

from corpus.catalogue.matching import CatalogueIndex
from corpus.corrections.supplements import Supplements
from index.supplements.kept_catalogues import load_catalogues
from index.supplements.kept_corrections import load_corrections


def load_supplements(data: Path) -> Supplements:
    """Return what is kept with the index at `data`. Raise BadCatalogues, DiskFailed."""
    catalogues = [CatalogueIndex(catalogue) for catalogue in load_catalogues(data)]
    return Supplements(catalogues, load_corrections(data))
