"""Pages on narrow windows and with large text: nothing scrolls sideways, and nothing is cut.

WCAG 1.4.10 asks for 320 px without scrolling in two directions, WCAG 1.4.4 for text twice as large.
"""

import pytest

from tests.web.browser.chromium import (
    NARROW,
    PHONE,
    cut_texts,
    double_text,
    needs_browser,
    overflow,
)
from tests.web.browser.test_looks import PAGES

pytestmark = needs_browser


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_on_a_phone_with_large_text(browser, address, name):
    page = browser.new_page(base_url=address, viewport=PHONE)
    page.goto(PAGES[name])
    for size in (PHONE, NARROW):
        page.set_viewport_size(size)
        assert (overflow(page), cut_texts(page)) == (0, [])
    double_text(page)
    for size in (NARROW, PHONE):
        page.set_viewport_size(size)
        assert (overflow(page), cut_texts(page)) == (0, [])
    page.close()


@pytest.mark.parametrize(
    ("style", "cut"),
    [
        ("width: 900px", ["long"]),
        ("width: 90px; overflow: hidden; white-space: nowrap", ["long"]),
        ("width: 90px; overflow: auto; white-space: nowrap", []),
        ("width: 90px", []),
    ],
)
def test_what_is_cut_is_noticed(browser, style, cut):
    page = browser.new_page(viewport=PHONE)
    words = " ".join(["long"] * 50)
    page.set_content(f'<body style="margin: 0"><div style="{style}">{words}</div></body>')
    assert [text.split()[0] for text in cut_texts(page)] == cut
    page.close()
