"""A part of a record that is made when somebody first asks for it, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Whole = TypeVar("Whole")
Part = TypeVar("Part")


class lazy_property(Generic[Whole, Part]):
    """Makes an attribute of the method that makes it: nothing is done until it is read.

    Safe in any number of threads: two may make a part at the same time, all get the same one.
    `functools.cached_property` holds one lock for all records up to Python 3.11, so that a
    part which takes long would keep all other answers waiting.
    """

    def __init__(self, make: Callable[[Whole], Part]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, whole: Any, owner: type) -> Part:
        found: Part = whole.__dict__.setdefault(self.name, self.make(whole))
        return found
