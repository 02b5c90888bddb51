"""The folder of one's own frameworks, scales and themes: that which EVIDENCE_FRAMEWORKS names."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER_VARIABLE = "EVIDENCE_FRAMEWORKS"
"""The environment variable that names the folder; processes that are started inherit it."""

THEMES_NAME = "themes.toml"


def own_folder() -> Path | None:
    """Return the folder, None where none is named."""
    folder = os.environ.get(FOLDER_VARIABLE)
    return Path(folder) if folder else None


def own_themes_file() -> Path | None:
    """Return the file of themes in the folder, None where it has none."""
    folder = own_folder()
    file = folder / THEMES_NAME if folder else None
    return file if file and file.is_file() else None
