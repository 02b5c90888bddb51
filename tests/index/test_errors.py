"""Each error names the object, the cause and what to do next."""

import errno
import pickle
from pathlib import Path

import pytest

from index import errors

DATA = Path("data")
NO_ROOM = OSError(errno.ENOSPC, "No space left on device")
CASES = [
    (errors.NotAnIndex(DATA, "no index is here", "make one"), "data: no index is here; make one"),
    (
        errors.WrongVersion(DATA, 2, 1),
        "data: written in format 2, this is format 1; run `evidence index --rebuild PATH...` with "
        "the reports to make the index anew",
    ),
    (
        errors.Damaged(DATA, "it is empty"),
        "data: damaged, it is empty; run `evidence index --rebuild` to make the index anew",
    ),
    (
        errors.DiskFailed(DATA, NO_ROOM),
        "data: No space left on device; make room, then run it again; the index is as its last "
        "commit left it",
    ),
    (
        errors.DiskFailed(DATA, OSError("strange")),
        "data: strange; see to the disk, then run it again; the index is as its last commit left it",
    ),
    (
        errors.BadArchive(DATA, "it is cut"),
        "data: it is cut; nothing was changed, use another archive or place",
    ),
    (
        errors.BadCatalogues(DATA, "it is cut"),
        "data: it is cut; remove it, then give the catalogues again, with --catalogue",
    ),
    (
        errors.Occupied(DATA, "an index is here", "give --force"),
        "data: an index is here; give --force",
    ),
    (
        errors.IndexLocked(DATA, 7, "2026-01-01T00:00:00+00:00"),
        "data: being written by process 7 since 2026-01-01T00:00:00+00:00; wait until it is done, "
        "or stop it",
    ),
    (
        errors.IndexLocked(DATA, None, None),
        "data: being written by another process; wait until it is done, or stop it",
    ),
    (
        errors.WriterClosed(DATA),
        "data: this writer has ended; begin another with `writing(data)`",
    ),
    (
        errors.TooMany(32, "themes"),
        "more than 32 themes: the index cannot tell them apart; use fewer",
    ),
]


@pytest.mark.parametrize(
    ("error", "message"), CASES, ids=[type(error).__name__ for error, _ in CASES]
)
def test_messages(error, message):
    assert str(error) == message
    assert isinstance(error, errors.IndexingError)
    assert str(pickle.loads(pickle.dumps(error))) == message  # worker processes send them


def test_every_error_has_a_message_here_and_a_place_in_the_tree():
    classes = {
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, errors.IndexingError)
    }
    assert classes - {errors.IndexingError, errors.PathError} == {type(error) for error, _ in CASES}
    assert all(
        f" {error.__name__} " in errors.__doc__ for error in classes - {errors.IndexingError}
    )


@pytest.mark.parametrize(
    ("filename", "path"), [(None, DATA), ("elsewhere", Path("elsewhere"))], ids=["none", "its own"]
)
def test_what_the_system_refuses_is_told_with_the_file_that_it_names(filename, path):
    with pytest.raises(errors.DiskFailed) as refusal, errors.disk(DATA):
        raise OSError(errno.ENOSPC, "No space left on device", filename)
    assert refusal.value.path == path
