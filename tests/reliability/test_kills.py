"""A writer killed, or refused by the disk, at any operation: the last commit stands, or the next."""

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
from tests.reliability.worlds import SOAK, make_index, titles_by_report
from tests.source_tree import ROOT

CODES = {strike: (0, 1) if "errno" in strike else (0, -signal.SIGKILL) for strike in mortal.STRIKES}
MIN_OPERATIONS = 8  # every commit has more: with fewer the disk was not watched


def run_cases(place, step, strike):
    """Yield what the writers of `mortal` printed, and the directory that each left."""
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


def is_sound(data):
    """Whether check finds nothing; before the first commit there is nothing to find."""
    try:
        return check(data) == ()
    except NotAnIndex:
        return titles_by_report(data) == {}


ROWS = [(step, strike) for step in mortal.STEPS for strike in mortal.STRIKES]
SHORT_FORM = ("killed", "exchange")


@pytest.fixture
def around(step, tmp_path):
    """What an index holds before and after a step."""
    data = tmp_path / "model"
    if step != "first":
        make_index(data)
    before = titles_by_report(data)
    mortal.STEPS[step](data)
    return before, titles_by_report(data)


@pytest.mark.parametrize(
    ("step", "strike"), [row for row in ROWS if SOAK or set(row) & set(SHORT_FORM)]
)
def test_a_commit_is_wholly_there_or_wholly_absent(tmp_path, around, step, strike):
    before, after = around
    struck = 0
    for case in run_cases(tmp_path / "cases", step, strike):
        data = Path(case["data"])
        assert titles_by_report(data) in ([after] if case["code"] == 0 else [before, after]), case
        assert is_sound(data), case
        assert case["code"] in CODES[strike], case
        if "message" in case:
            assert str(tmp_path) in case["message"]
            assert "the index is as its last commit left it" in case["message"]
        mortal.STEPS[step](data)
        assert titles_by_report(data) == after, case
        assert is_sound(data), case
        struck += case["code"] != 0
    assert struck >= MIN_OPERATIONS
