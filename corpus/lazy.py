"""A lazy property: an attribute that is computed when it is first read, and then kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class lazy_property(Generic[Owner, Value]):
    """Turn a method without arguments into an attribute that is computed when it is first read.

    Safe in any number of threads: two may compute it at the same time, and all get the same value.
    `functools.cached_property` would hold one lock for all instances up to Python 3.11, so that a
    value which takes long kept everybody else waiting.
    """

    def __init__(self, compute: Callable[[Owner], Value]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type) -> Value:
        # Without __set__ this is called only until the instance's own dictionary has the name.
        value: Value = instance.__dict__.setdefault(self.name, self.compute(instance))
        return value
