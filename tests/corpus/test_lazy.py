"""A lazy property is computed when it is first read, once for all readers, and cannot be set."""

import msgspec
import pytest

from corpus.lazy import lazy_property
from tests.search.threads import at_once


class Egg(msgspec.Struct, frozen=True, dict=True):
    size: int
    cracked: list[int]

    @lazy_property
    def yolk(self) -> list[int]:
        """What is inside."""
        self.cracked.append(self.size)
        return [self.size]


def test_nothing_is_computed_until_it_is_read_and_then_once():
    egg = Egg(3, [])
    assert egg.cracked == []
    assert egg.yolk is egg.yolk
    assert egg.cracked == [3]


def test_each_record_has_its_own():
    assert [Egg(size, []).yolk for size in (1, 2)] == [[1], [2]]


def test_all_threads_get_the_same():
    for size in range(50):
        egg = Egg(size, [])
        assert len({id(yolk) for (yolk,) in at_once(lambda egg=egg: egg.yolk)}) == 1


def test_it_cannot_be_set():
    with pytest.raises(AttributeError):
        Egg(1, []).yolk = [2]


def test_what_failed_is_computed_again():
    class Shy(msgspec.Struct, frozen=True, dict=True):
        attempts: list[int]

        @lazy_property
        def word(self) -> str:
            self.attempts.append(1)
            if len(self.attempts) == 1:
                raise LookupError("not yet")
            return "yes"

    shy = Shy([])
    with pytest.raises(LookupError):
        shy.word  # noqa: B018  # reading it is what is tested
    assert shy.word == "yes"
