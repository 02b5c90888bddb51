"""The evidence command: its subcommands, its errors and its version."""

from importlib.metadata import version

import pytest

from web.cli import COMMANDS, main, one_line


def test_help_lists_every_command_in_order(evidence):
    lines = evidence("--help").stdout.split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_imported_by_its_name(name):
    assert main.get_command(None, name).name == name


def test_an_unknown_command_is_wrong_usage(evidence):
    assert evidence("nonsense").exit_code == 2


def test_the_version_is_that_of_the_package(evidence):
    assert evidence("--version").stdout == f"evidence, version {version('evidence-search')}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("status", "--data", "nowhere\nat all"), id="of the index"),
        pytest.param(("restore", "nowhere\nat all", "--data", "data"), id="of an archive"),
    ],
)
def test_an_error_of_ours_is_one_line(evidence, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    result = evidence(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert "nowhere at all" in line


def test_one_line():
    assert one_line("  a\n\tb\r\nc ") == "a b c"
