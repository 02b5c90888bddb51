"""A server over the samples, and pages of a browser that looks at it."""

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from tests.source_tree import ROOT
from tests.web.browser.chromium import DESKTOP, chromium
from tests.web.serving import serving
from web.cli import main

# On a busy machine a page may take its time.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a server over the samples."""
    data = tmp_path_factory.mktemp("samples") / "data"
    arguments = ["index", str(ROOT / "corpus" / "samples"), "--data", str(data)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    with serving(data) as (where, _):
        yield where


@pytest.fixture(scope="module")
def browser():
    with chromium() as launched:
        yield launched


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request, browser, address):
    """A page of a desktop browser, with scripts and without."""
    context = browser.new_context(
        base_url=address, viewport=DESKTOP, java_script_enabled=request.param
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def scripted(browser, address):
    """A page that runs scripts and may write to the clipboard."""
    context = browser.new_context(
        base_url=address,
        viewport=DESKTOP,
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield context.new_page()
    context.close()
