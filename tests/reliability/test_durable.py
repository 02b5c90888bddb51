"""What a command says is done is on the disk by then: every file, and every name."""

import json
import subprocess
import sys

import pytest

from tests.source_tree import ROOT
from tests.web.commands.test_index import TEXT
from tests.web.serving import PATIENCE

INDEX, MORE = "index {reports}", "index {more}"
ROWS = {
    "a first commit": ([INDEX], "Added 2 reports"),
    "an addition": ([INDEX, MORE], "Added 1 report"),
    "nothing new": ([INDEX, INDEX], "unchanged 2"),
    "a removal": ([INDEX, "remove marrowdale-focused-visit-2022-03-01"], "Removed marrowdale"),
    "a rebuilding of what is stored": ([INDEX, "index --rebuild"], "Kept 2 reports"),
    "a rebuilding of files": ([INDEX, "index --rebuild {more}"], "Added 1 report"),
    "a backup": ([INDEX, "backup {base}/backup.tar"], "2 reports, commit 1"),
    "a backup in place of another": (
        [INDEX, "backup {base}/backup.tar", "backup {base}/backup.tar --force"],
        "2 reports, commit 1",
    ),
    "a restoring": (
        [INDEX, "backup {base}/backup.tar", MORE, "restore {base}/backup.tar --force"],
        "2 reports, commit 3",
    ),
}


@pytest.fixture
def base(tmp_path):
    for folder, days in (("reports", (1, 2)), ("more", (3,))):
        (tmp_path / folder).mkdir()
        for day in days:
            (tmp_path / folder / f"{day}.md").write_text(TEXT.format(day=day))
    return tmp_path


def run_recorded(base, words):
    """The lines that a command prints, each with what is not safe on the disk by then."""
    command = words.format(base=base, reports=base / "reports", more=base / "more").split()
    data = base / "new" / "and" / "newer"
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.recorded", base, *command, "--data", data],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("commands", "message"), ROWS.values(), ids=ROWS)
def test_what_is_said_to_be_done_is_on_the_disk(base, commands, message):
    for words in commands:
        lines = run_recorded(base, words)
        assert [unsafe for _, unsafe in lines] == [[]] * len(lines)
    assert message in " ".join(line for line, _ in lines)
