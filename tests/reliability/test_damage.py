"""Every file of an index cut, zeroed, flipped or lost: it is named, and nothing is answered."""

import os
import random
import shutil
import time

import pytest

from index.directory import newest_generation
from index.errors import REBUILD_REMEDY, Damaged, WrongVersion
from index.lock import WRITER_FILE
from index.status import check
from index.whoosh.storage import LOCK_FILE
from index.writer import writing
from tests.reliability.clients import PATIENCE, ask
from tests.reliability.worlds import SOAK, answers, make_index
from tests.web.serving import serving
from web import create_app

CASES = 1000 if SOAK else 150


def cut(content, chance):
    return content[: chance.randrange(len(content))]


def zeroed(content, chance):
    start = chance.randrange(len(content))
    end = chance.randint(start + 1, len(content))
    return content[:start] + bytes(end - start) + content[end:]


def flipped(content, chance):
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 16))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def lengthened(content, chance):
    return content + bytes(chance.randint(1, 200))


def swapped(content, chance):
    """The parts of a file in the wrong order, as if a disk had written a block elsewhere."""
    middle = chance.randrange(1, len(content))
    return content[middle:] + content[:middle]


KINDS = (cut, zeroed, flipped, lengthened, swapped)


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """An index with several segments and a model, and the names of its files."""
    data = tmp_path_factory.mktemp("sound") / "data"
    make_index(data)
    others = (LOCK_FILE, WRITER_FILE)
    return data, sorted(path.name for path in data.iterdir() if path.name not in others)


@pytest.fixture
def copy(sound, tmp_path):
    """A copy of the index, for a test to damage."""
    return shutil.copytree(sound[0], tmp_path / "data")


def assert_refused(data, file):
    """check names the file, and opening says what is wrong and what to run.

    A changed version number is reported as another version, with the same remedy.
    """
    (problem,) = check(data)
    assert problem.file.name == file
    with pytest.raises((Damaged, WrongVersion)) as refusal:
        answers(data)
    for message in (problem.message, str(refusal.value)):
        assert file in message
        assert "run `evidence index --rebuild" in message


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_damaged_file_is_named_and_nothing_is_answered_from_it(sound, copy, kind):
    chance = random.Random(kind.__name__)
    for case in range(CASES // len(KINDS)):
        file = sound[1][case % len(sound[1])]
        content = (sound[0] / file).read_bytes()
        changed = kind(content, chance)
        if changed == content:
            continue
        (copy / file).write_bytes(changed)
        assert_refused(copy, file)
        (copy / file).write_bytes(content)
    assert check(copy) == ()


def test_every_byte_counts(sound, copy):
    """Each byte of every file is checked; the short form tries a sample of them."""
    tried = 0
    for file in sound[1]:
        content = (sound[0] / file).read_bytes()
        step = 1 if SOAK else max(1, len(content) // 40)
        for place in range(0, len(content), step):
            (copy / file).write_bytes(
                content[:place] + bytes([content[place] ^ 255]) + content[place + 1 :]
            )
            assert [problem.file.name for problem in check(copy)] == [file], place
        (copy / file).write_bytes(content)
        tried += len(range(0, len(content), step))
    print(f"{tried:,} bytes")


def test_a_missing_file_is_named(sound, copy):
    for file in sound[1]:
        (copy / file).rename(copy.parent / "away")
        with pytest.raises(Damaged, match="is missing"):
            answers(copy)
        (problem,) = check(copy)
        assert "is missing" in problem.message
        assert REBUILD_REMEDY in problem.message
        (copy.parent / "away").rename(copy / file)


def test_segments_of_another_commit_are_not_taken_for_those_named(sound, copy):
    """Two sound files that exchange names do not fit what the table of contents says of them."""
    segments = [copy / file for file in sound[1] if file.startswith("MAIN_")]
    first, second = (path.read_bytes() for path in segments[:2])
    segments[0].write_bytes(second)
    segments[1].write_bytes(first)
    assert {problem.file for problem in check(copy)} == set(segments[:2])
    with pytest.raises(Damaged):
        answers(copy)


def test_a_writer_will_not_add_to_a_damaged_table_of_contents(copy):
    table = copy / f"_MAIN_{newest_generation(copy)}.toc"
    table.write_bytes(table.read_bytes()[:-1])
    before = sorted(path.name for path in copy.iterdir())
    with pytest.raises(Damaged), writing(copy):
        pass
    assert sorted(path.name for path in copy.iterdir()) == before


def test_a_server_over_a_damaged_index_logs_what_is_wrong_and_stays_alive(sound, copy, caplog):
    """Visitors do not learn which file it is."""
    file = next(name for name in sound[1] if name.startswith("MAIN_"))
    (copy / file).write_bytes((copy / file).read_bytes()[:-1])
    client = create_app({"data": str(copy)}).test_client()
    for address in ("/", "/api/search?q=children", "/ready"):
        response = client.get(address)
        assert response.status_code == 503
        assert file in caplog.text
        assert "evidence index --rebuild" in caplog.text
        assert file not in response.text
        caplog.clear()
    assert client.get("/health").status_code == 200


def test_files_cut_under_a_server_end_its_workers_and_the_next_ones_log_it(tmp_path, copy):
    """The system kills a process that reads a mapped file beyond its end."""
    with (tmp_path / "log").open("w") as log, serving(copy, log, processes=2) as (address, _):
        for path in copy.glob("*.arr"):
            os.truncate(path, 0)
        deadline = time.monotonic() + PATIENCE
        while (answer := ask(address, "/api/search?q=children")).status != 503:
            assert time.monotonic() < deadline, answer
            time.sleep(0.1)
        assert b"it is empty" not in answer.body
        while "it is empty" not in (tmp_path / "log").read_text():  # it is written a little later
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert ask(address, "/health").status == 200
