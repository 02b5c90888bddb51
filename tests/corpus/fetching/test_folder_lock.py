"""The lock of a folder: held by one process, gone with it however it ends."""

import subprocess
import sys

import pytest

from corpus.errors import Refused
from corpus.fetching.folder_lock import folder_locked
from tests.source_tree import ROOT

HOLDER = """\
import sys
from pathlib import Path
from corpus.fetching.folder_lock import folder_locked
with folder_locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_refused_until_the_first_has_ended(tmp_path):
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(Refused, match="is being fetched into by another `evidence fetch`"):
            folder_locked(tmp_path).__enter__()
        process.kill()
    with folder_locked(tmp_path):
        pass


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Refused, match="gone: cannot be written to"):
        folder_locked(tmp_path / "gone").__enter__()
