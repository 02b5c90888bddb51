"""A part is lazy_property when it is first asked for, once for all who ask, and cannot be changed."""

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


def test_nothing_is_made_until_it_is_asked_for_and_then_once():
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


def test_what_fails_is_asked_for_again():
    class Shy(msgspec.Struct, frozen=True, dict=True):
        asked: list[int]

        @lazy_property
        def word(self) -> str:
            self.asked.append(1)
            if len(self.asked) == 1:
                raise LookupError("not yet")
            return "yes"

    shy = Shy([])
    with pytest.raises(LookupError):
        shy.word  # noqa: B018  # asking is what is tested
    assert shy.word == "yes"
