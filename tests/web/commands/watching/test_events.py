import time

from watchfiles import Change

from tests.web.serving import PATIENCE
from web.commands.watching import events
from web.commands.watching.events import expand, watch_changes


def wait_for(changes, *wanted):
    """Wait until all the wanted files were told of."""
    missing, until = set(wanted), time.monotonic() + PATIENCE
    while missing and time.monotonic() < until:
        missing -= set(next(changes))
    return missing == set()


def test_changes_are_told_of_as_they_happen(tmp_path):
    changes = watch_changes([tmp_path])
    assert next(changes) == []
    (tmp_path / "a.md").write_text("one")
    assert wait_for(changes, tmp_path / "a.md")
    (tmp_path / "a.md").unlink()
    assert wait_for(changes, tmp_path / "a.md")
    changes.close()


def test_a_folder_that_moves_in_brings_all_its_files(tmp_path):
    outside, inside = tmp_path / "outside" / "new", tmp_path / "inside"
    (outside / "sub").mkdir(parents=True)
    inside.mkdir()
    for name in ("a.md", "sub/b.md", ".hidden"):
        (outside / name).write_text(name)
    changes = watch_changes([inside])
    next(changes)
    outside.rename(inside / "new")
    assert wait_for(changes, inside / "new" / "a.md", inside / "new" / "sub" / "b.md")
    changes.close()
    assert expand(Change.modified, inside / "new") == []


def test_where_the_system_does_not_tell_of_changes_folders_are_looked_through(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(events, "POLL_MILLISECONDS", 50)
    real = events.watch

    def limited(*paths, force_polling=None, **options):
        if not force_polling:
            raise OSError("OS file watch limit reached")
        return real(*paths, force_polling=True, **options)

    monkeypatch.setattr(events, "watch", limited)
    changes = watch_changes([tmp_path])
    next(changes)
    (tmp_path / "a.md").write_text("one")
    assert wait_for(changes, tmp_path / "a.md")
    changes.close()
    assert "OS file watch limit reached" in capsys.readouterr().err
