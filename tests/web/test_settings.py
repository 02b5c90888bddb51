"""Settings: where a value comes from, and how a wrong one is named."""

import pytest

from web.errors import BadSetting
from web.settings import SETTINGS, load


def test_every_setting_has_a_help_and_a_default():
    assert load({}) == {setting.name: setting.default for setting in SETTINGS}
    assert all(setting.help.endswith(".") for setting in SETTINGS)


def test_given_wins_over_environment_over_file(tmp_path):
    file = tmp_path / "evidence.toml"
    file.write_text('port = 1\nthreads = 2\nhost = "::1"\n')
    values = load({"EVIDENCE_PORT": "3", "EVIDENCE_THREADS": "4"}, file, {"port": 5})
    assert (values["port"], values["threads"], values["host"]) == (5, 4, "::1")


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", True), ("yes", True), ("On", True), ("0", False), ("no", False), ("", False)],
)
def test_a_switch_is_said_in_several_ways(text, value):
    assert load({"EVIDENCE_METRICS": text})["metrics"] is value


@pytest.mark.parametrize(
    ("variable", "text", "told"),
    [
        ("EVIDENCE_PORT", "many", "EVIDENCE_PORT: port is 'many'; give a number from 0 up"),
        ("EVIDENCE_PORT", "²", "EVIDENCE_PORT: port is '²'; give a number from 0 up"),
        ("EVIDENCE_THREADS", "0", "EVIDENCE_THREADS: threads is '0'; give a number from 1 up"),
        ("EVIDENCE_BODY", "-5", "EVIDENCE_BODY: body is '-5'; give a number from 1000 up"),
        ("EVIDENCE_METRICS", "maybe", "EVIDENCE_METRICS: metrics is 'maybe'; give yes or no"),
    ],
)
def test_a_wrong_value_is_named(variable, text, told):
    with pytest.raises(BadSetting) as error:
        load({variable: text})
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("prot = 1", "no setting is called 'prot'"),
        ("host = 1", "host is 1; give a text"),
        ("port = [", "cannot be read"),
    ],
)
def test_a_mistake_in_the_file_names_the_file(tmp_path, content, told):
    file = tmp_path / "evidence.toml"
    file.write_text(content)
    with pytest.raises(BadSetting) as error:
        load({}, file)
    assert str(file) in str(error.value)
    assert told in str(error.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(BadSetting, match=r"nowhere\.toml: cannot be read"):
        load({}, tmp_path / "nowhere.toml")
