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


def double_text(page):
    """Make the text of a page twice as large, as a reader's own setting does."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")


CUT_TEXTS = """() => {
    const OFF_PAGE = ".visually-hidden, .skip, select, script";
    const cut = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const range = document.createRange(), owner = node.parentElement;
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
        if (!node.data.trim() || !boxes.length || owner.closest(OFF_PAGE)) {
            continue;
        }
        const left = Math.min(...boxes.map(box => box.left));
        const right = Math.max(...boxes.map(box => box.right));
        let scrolls = false, isHidden = false;
        for (let around = owner; around && !scrolls; around = around.parentElement) {
            const style = getComputedStyle(around), box = around.getBoundingClientRect();
            scrolls = ["auto", "scroll"].includes(style.overflowX);
            isHidden ||= ["hidden", "clip"].includes(style.overflowX)
                && (left < box.left - 1 || right > box.right + 1);
        }
        const isBeyond = left < -1 || right > document.documentElement.clientWidth + 1;
        if (isHidden || (isBeyond && !scrolls)) {
            cut.push(node.data.trim());
        }
    }
    return cut;
}"""


def cut_texts(page):
    """Return the texts that reach beyond the page, or beyond what hides the rest of them. What
    scrolls by itself, as a wide table does, cuts nothing.
    """
    return page.evaluate(CUT_TEXTS)
