"""The application: which settings reach Flask, and what is asked of it behind a proxy."""

import pytest

from web import create_app
from web.errors import BadSetting


def test_settings_reach_the_configuration(data):
    app = create_app({"data": str(data), "rows": 7, "body": 2000, "hosts": "a.example b.example"})
    assert app.config["EXPORT_ROWS"] == 7
    assert app.config["MAX_CONTENT_LENGTH"] == 2000
    assert app.config["TRUSTED_HOSTS"] == ["a.example", "b.example"]


def test_a_file_of_settings_is_read_from_the_environment(data, tmp_path, monkeypatch):
    file = tmp_path / "evidence.toml"
    file.write_text("rows = 9")
    monkeypatch.setenv("EVIDENCE_SETTINGS", str(file))
    assert create_app({"data": str(data)}).config["EXPORT_ROWS"] == 9


def test_a_wrong_setting_starts_nothing():
    with pytest.raises(BadSetting, match="threads"):
        create_app({"threads": 0})


@pytest.mark.parametrize(
    ("proxies", "link"),
    [
        (0, "http://localhost/report/"),
        (1, "https://evidence.example/below/report/"),
    ],
)
def test_only_proxies_that_the_settings_name_are_believed(data, proxies, link):
    app = create_app({"data": str(data), "proxies": proxies, "hosts": "localhost evidence.example"})
    headers = {
        "X-Forwarded-Host": "evidence.example",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Prefix": "/below",
    }
    answer = app.test_client().get("/api/search?size=1", headers=headers).get_json()
    assert answer["hits"][0]["link"].startswith(link)
