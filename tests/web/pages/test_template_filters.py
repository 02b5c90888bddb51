"""What the templates can use: every filter and global is used, and assets change their address."""

import re
from pathlib import Path

import pytest

from web.pages import template_filters
from web.pages.template_filters import asset_url, digest, thousands

TEMPLATES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in (Path(template_filters.STATIC).parent / "templates").rglob("*.*")
)


def added(environment, kind):
    """The names that our modules give the templates."""
    return [
        name
        for name, value in getattr(environment, kind).items()
        if str(getattr(value, "__module__", "")).split(".")[0] in ("web", "corpus")
    ]


def test_every_filter_and_function_is_used(app):
    for name in added(app.jinja_env, "filters"):
        assert re.search(rf"\|{name}\b", TEMPLATES), name
    for name in added(app.jinja_env, "globals"):
        assert re.search(rf"\b{name}\(", TEMPLATES), name


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (999, "999"), (1000, "1,000"), (1234567, "1,234,567")]
)
def test_thousands(number, text):
    assert thousands(number) == text


def test_the_address_of_an_asset_changes_with_its_content(app, monkeypatch, tmp_path):
    monkeypatch.setattr(template_filters, "STATIC", tmp_path)
    urls = []
    for content in ("a", "b"):
        (tmp_path / "theme.css").write_text(content)
        digest.cache_clear()
        with app.test_request_context("/"):
            urls.append(asset_url("theme.css"))
    digest.cache_clear()
    assert re.fullmatch(r"/static/theme\.css\?v=[0-9a-f]{8}", urls[0])
    assert urls[0] != urls[1]
