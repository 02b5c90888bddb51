"""Word lists kept as data: files of words parted by spaces, whose comment lines begin with `#`."""

from __future__ import annotations

from importlib.resources import files


def read_word_list(package: str, name: str) -> frozenset[str]:
    """Return the words of the file `name` in the folder of a package."""
    lines = files(package).joinpath(name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
