"""Settings: where a value comes from, and how a wrong one is named."""

import pytest

from web.errors import BadSetting
from web.settings import SETTINGS, load_settings


def test_every_setting_has_a_help_and_a_default():
    assert load_settings({}) == {setting.name: setting.default for setting in SETTINGS}
    assert all(setting.help.endswith(".") for setting in SETTINGS)


def test_given_wins_over_environment_over_file(tmp_path):
    file = tmp_path / "evidence.toml"
    file.write_text('port = 1\nthreads = 2\nhost = "::1"\n')
    values = load_settings({"EVIDENCE_PORT": "3", "EVIDENCE_THREADS": "4"}, file, {"port": 5})
    assert (values["port"], values["threads"], values["host"]) == (5, 4, "::1")


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", True), ("yes", True), ("On", True), ("0", False), ("no", False), ("", False)],
)
def test_a_switch_can_be_written_in_several_ways(text, value):
    assert load_settings({"EVIDENCE_METRICS": text})["metrics"] is value


@pytest.mark.parametrize(
    ("variable", "text", "message"),
    [
        ("EVIDENCE_PORT", "many", "EVIDENCE_PORT: port is 'many'; give a number from 0 up"),
        ("EVIDENCE_PORT", "²", "EVIDENCE_PORT: port is '²'; give a number from 0 up"),
        ("EVIDENCE_THREADS", "0", "EVIDENCE_THREADS: threads is '0'; give a number from 1 up"),
        ("EVIDENCE_BODY", "-5", "EVIDENCE_BODY: body is '-5'; give a number from 1000 up"),
        ("EVIDENCE_METRICS", "maybe", "EVIDENCE_METRICS: metrics is 'maybe'; give yes or no"),
    ],
)
def test_a_wrong_value_is_named(variable, text, message):
    with pytest.raises(BadSetting) as error:
        load_settings({variable: text})
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("prot = 1", "no setting is called 'prot'"),
        ("host = 1", "host is 1; give a text"),
        ("port = [", "cannot be read"),
    ],
)
def test_a_mistake_in_the_file_names_the_file(tmp_path, content, message):
    file = tmp_path / "evidence.toml"
    file.write_text(content)
    with pytest.raises(BadSetting) as error:
        load_settings({}, file)
    assert str(file) in str(error.value)
    assert message in str(error.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(BadSetting, match=r"nowhere\.toml: cannot be read"):
        load_settings({}, tmp_path / "nowhere.toml")


def test_a_setting_that_was_removed_is_named_with_what_to_do(tmp_path):
    file = tmp_path / "evidence.toml"
    file.write_text('rate = "9 per minute"')
    for settings, source in (
        ({"environment": {"EVIDENCE_RATE": ""}}, "EVIDENCE_RATE"),
        ({"environment": {}, "file": file}, file),
        ({"environment": {}, "given": {"rate": ""}}, "given"),
    ):
        with pytest.raises(BadSetting) as error:
            load_settings(**settings)
        assert str(error.value) == (
            f"{source}: the setting 'rate' was removed: pages have no limit per address;"
            " leave it out, and see heavy_rate"
        )
