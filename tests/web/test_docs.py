"""docs/command.md and docs/api.md describe every setting, command and address, and no others."""

import re
import shlex
from textwrap import dedent

import pytest

from tests.source_tree import ROOT
from tests.web.conftest import MARROW
from web.api.endpoints import ENDPOINTS
from web.cli import COMMANDS, main
from web.settings import SETTINGS

DOCS = ROOT / "docs"
COMMAND = (DOCS / "command.md").read_text(encoding="utf-8")
API = (DOCS / "api.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_each_setting_is_in_the_table_with_its_help(setting):
    assert f"| `{setting.name}` | `{setting.variable}` |" in COMMAND
    assert setting.help in COMMAND


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_described_and_has_help(name):
    assert f"evidence {name}" in COMMAND
    assert main.get_command(None, name).help


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
def test_each_address_of_the_api_is_described(endpoint):
    parts = {"report_id": "ID", "other_id": "ID", "anchor": "p43", "name": "NAME"}
    assert f"`/api{endpoint.path.format(**parts)}`" in API


@pytest.mark.parametrize(
    "line", re.findall(r"^    (evidence search .* --.*)$", COMMAND, re.MULTILINE)
)
def test_each_example_of_a_search_runs(evidence, data, line):
    assert evidence(*shlex.split(line)[1:], "--data", data).exit_code == 0


def test_the_example_in_python_runs(data, capsys):
    section = API[API.index("## In Python") :]
    lines = [line for line in section.splitlines() if line.startswith("    ")]
    exec(dedent("\n".join(lines)).replace("evidence-data", str(data)), {})
    assert capsys.readouterr().out == "2 Referrals are recorded in a timely way.\n"


@pytest.mark.parametrize("path", re.findall(r"^\| `(/[^`?]*)", API, re.MULTILINE))
def test_each_address_described_exists(client, path):
    address = path.replace("ID", MARROW).replace("p43", "p1").replace("NAME", "Marrowdale")
    assert client.get(address, buffered=True).status_code != 404
