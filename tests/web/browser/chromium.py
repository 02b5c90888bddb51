"""Debian's Chromium for tests, and the sizes of windows that they look at."""

import shutil
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

from tests.source_tree import ROOT

CHROMIUM = shutil.which("chromium")
SCREENSHOTS = ROOT / "build" / "screenshots"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
# What a desktop at 200 % has room for.
ZOOMED = {"width": 640, "height": 450}

needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium, not here")


@contextmanager
def chromium():
    """Yield a Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()


def overflow(page):
    """Return how many pixels of the page are beyond its right edge."""
    root = "document.documentElement"
    return page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
