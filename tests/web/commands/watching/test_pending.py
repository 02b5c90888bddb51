import os

import pytest

from web.commands.watching.pending import GONE_SECONDS, QUIET_SECONDS, PendingPaths, read_state


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pending(clock):
    return PendingPaths(clock)


def test_a_file_is_given_out_once_it_has_not_changed_for_a_while(pending, clock, tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"half")
    pending.note([file])
    for size in range(5, 8):
        clock.now += QUIET_SECONDS
        file.write_bytes(b"x" * size)
        assert pending.take_quiet() == []
    clock.now += QUIET_SECONDS / 2
    assert pending.take_quiet() == []
    clock.now += QUIET_SECONDS / 2
    assert pending.take_quiet() == [file]
    assert (pending.take_quiet(), len(pending)) == ([], 0)


def test_a_change_of_content_that_keeps_the_size_counts(pending, clock, tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"one")
    pending.note([file])
    os.utime(file, ns=(1, 1))
    clock.now += QUIET_SECONDS
    assert pending.take_quiet() == []


def test_what_has_left_waits_longer_and_counts_as_there_if_it_returns(pending, clock, tmp_path):
    gone, back = tmp_path / "gone.pdf", tmp_path / "back.pdf"
    pending.note([gone, back])
    clock.now += GONE_SECONDS - 0.1
    assert pending.take_quiet() == []
    back.touch()
    clock.now += 0.1
    assert pending.take_quiet() == [gone]
    clock.now += QUIET_SECONDS
    assert pending.take_quiet() == [back]


def test_another_event_on_a_file_begins_its_wait_anew_and_a_delay_makes_it_longer(
    pending, clock, tmp_path
):
    first, second = tmp_path / "1", tmp_path / "2"
    for file in (first, second):
        file.touch()
    pending.note([first, second])
    clock.now += QUIET_SECONDS
    pending.note([second], delay=5.0)
    assert pending.take_quiet() == [first]
    clock.now += QUIET_SECONDS
    assert pending.take_quiet() == []
    clock.now += 5.0
    assert pending.take_quiet() == [second]


def test_a_path_that_no_file_can_have_is_nothing(tmp_path):
    assert read_state(tmp_path / "a\0b") is None
