"""A writer killed, or refused by the disk, at any moment: the last commit stands, or the next."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import NotAnIndex
from index.status import check
from tests.reliability import mortal
from tests.reliability.worlds import SOAK, begun, held
from tests.web.serving import ROOT

ENDS = {strike: (0, 1) if "errno" in strike else (0, -signal.SIGKILL) for strike in mortal.STRIKES}
LEAST = 8  # fewer dealings with the disk than any commit has would mean that none was seen


def cases(place, step, strike):
    """The directories that the writers of `mortal` left, and what each printed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.mortal", str(place), step, strike],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    case = {}
    for line in done.stdout.splitlines():
        case |= json.loads(line)
        if "data" in case:
            yield case
            case = {}


def sound(data):
    """Whether check finds nothing; an index before its first commit has nothing to find."""
    try:
        return check(data) == ()
    except NotAnIndex:
        return held(data) == {}


ROWS = [(step, strike) for step in mortal.STEPS for strike in mortal.STRIKES]
SHORT = ("killed", "exchange")


@pytest.fixture
def around(step, tmp_path):
    """What an index holds before and after a step."""
    data = tmp_path / "model"
    if step != "first":
        begun(data)
    before = held(data)
    mortal.STEPS[step](data)
    return before, held(data)


@pytest.mark.parametrize(("step", "strike"), [row for row in ROWS if SOAK or set(row) & set(SHORT)])
def test_a_commit_is_wholly_there_or_wholly_absent(tmp_path, around, step, strike):
    before, after = around
    struck = 0
    for case in cases(tmp_path / "cases", step, strike):
        data = Path(case["data"])
        assert held(data) in ([after] if case["ended"] == 0 else [before, after]), case
        assert sound(data), case
        assert case["ended"] in ENDS[strike], case
        if "told" in case:
            assert str(tmp_path) in case["told"]
            assert "the index is as its last commit left it" in case["told"]
        mortal.STEPS[step](data)
        assert held(data) == after, case
        assert sound(data), case
        struck += case["ended"] != 0
    assert struck >= LEAST
