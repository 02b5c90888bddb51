"""Groups of wordings that mean the same, as `vocabulary.toml` lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from corpus import toml
from corpus.errors import DataError


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """Wordings of one thing: any of `same` and `typed` finds all of `same`, `narrower`, `near`."""

    same: tuple[str, ...]
    near: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()

    @property
    def texts(self) -> Iterable[str]:
        """All of them, each once."""
        return dict.fromkeys((*self.same, *self.narrower, *self.near, *self.typed))


def groups_of_the_file() -> list[WordingGroup]:
    """Return the groups of `vocabulary.toml`."""
    return read_groups(files("search.language").joinpath("vocabulary.toml").read_text("utf-8"))


def read_groups(text: str) -> list[WordingGroup]:
    """Return the groups that a text in TOML holds. Raise DataError where one is not as the head of
    `vocabulary.toml` describes it.
    """
    try:
        data = toml.loads(text)
        groups = data["group"]
    except (toml.TOMLDecodeError, KeyError) as error:
        raise DataError(f"search/language/vocabulary.toml: {error}; mend the file") from error
    return [_read_group(group) for group in groups]


MIN_WORDINGS = {"same": 1, "near": 0, "typed": 0, "narrower": 0}  # by the keys of a group, in order


def _read_group(group: Mapping[str, Any]) -> WordingGroup:
    return WordingGroup(*(_read_wordings(group, key, least) for key, least in MIN_WORDINGS.items()))


def _read_wordings(group: Mapping[str, Any], key: str, least: int) -> tuple[str, ...]:
    texts = group.get(key, [])
    if len(texts) < least or not all(map(is_wording, texts)):
        raise DataError(
            f"search/language/vocabulary.toml: {group} needs “{key}”, a list of wordings"
        )
    return tuple(texts)


def is_wording(text: object) -> bool:
    """Return whether a value of the file is a text with a word in it."""
    return isinstance(text, str) and any(map(str.isalnum, text))
