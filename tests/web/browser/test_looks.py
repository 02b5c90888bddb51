"""How the pages look: without barriers, wide, narrow, zoomed and printed, and how heavy they are."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.browser.chromium import (
    DESKTOP,
    NARROW,
    PHONE,
    SCREENSHOTS,
    ZOOMED,
    needs_browser,
    overflow,
)

pytestmark = needs_browser

REPORT = "marrowdale-ilacs-2021-10-22"
LONG = "supercalifragilistic" * 12
PAGES = {
    "first": "/",
    "search": "/?q=timeliness+of+recording",
    "filtered": "/?q=children&theme=health&grade=good&unit=reports",
    "nothing": "/?q=xylophone&grade=good&match=all",
    "mistyped": "/?q=supervison+meetings&once=1&size=50",
    "report": f"/report/{REPORT}?q=timely",
    "paragraph": f"/report/{REPORT}/p5",
    "authority": "/authority/Marrowdale",
    "authorities": "/authorities",
    "authority-without-reports": "/authority/Poole",
    "authority-with-predecessors": "/authority/Bournemouth, Christchurch and Poole",
    "authority-unknown": "/authority/Kingston",
    "peers": "/peers?authority=Marrowdale&group=list:Tarnsea&q=children",
    "peers-without-a-search": "/peers?authority=Marrowdale&group=list:Tarnsea",
    "peers-of-nobody": "/peers",
    "group": "/?q=children&group=list:Marrowdale&report_grade=good",
    "recommendations": "/authority/Marrowdale/recommendations",
    "wording": "/wording/",
    "concordance": "/wording/concordance?q=not+yet",
    "profile": "/wording/profile?q=children",
    "profile-filtered": "/wording/profile?q=children&theme=health&since=2012",
    "compare": "/wording/compare?q=timely&other=late",
    "distinctive": "/wording/distinctive?grade=good",
    "timeline": "/wording/timeline?q=children",
    "grades": "/wording/grades?q=children&grade=good&grade=inadequate",
    "grades-of-nothing": "/wording/grades?q=unicorns",
    "draft": "/wording/draft",
    "like": f"/wording/like/{REPORT}/p5",
    "later": "/wording/like/marrowdale-slac-2011-04-15/p45?authority=Marrowdale&since=2011-04-15",
    "counter-evidence": f"/counter-evidence/{REPORT}/p5",
    "side-by-side": f"/side-by-side/{REPORT}/marrowdale-sif-2015-08-21",
    "reworded": f"/side-by-side/{REPORT}/marrowdale-sif-2015-08-21?show=reworded",
    "one-report-twice": f"/side-by-side/{REPORT}/{REPORT}",
    "collection": "/collection",
    "help": "/help",
    "about": "/about",
    "api": "/api/",
    "not-found": "/nowhere",
    "wrong-parameters": "/?q=children&gradee=good&year=abc&authority=Atlantis&since=2020&until=2010",
    "too-long": f"/?q={'a' * 16_001}",
    "one-long-word": f"/?q={LONG}",
    "a-long-word-among-others": f"/?q=children+{LONG}&match=all",
    "a-long-word-in-a-report": f"/report/{REPORT}?q={LONG}",
    "a-long-wording": f"/wording/compare?q={LONG}&other=timely",
    "a-long-phrase": f"/wording/concordance?q={LONG}",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation_and_nothing_is_cut_off(browser, address, name):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(base_url=address, viewport=DESKTOP)
    errors = []
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    page.goto(PAGES[name])
    page.screenshot(path=SCREENSHOTS / f"{name}-desktop.png")
    violations = [
        (violation["id"], [node["html"] for node in violation["nodes"]])
        for violation in Axe().run(page, options={"runOnly": TAGS}).response["violations"]
    ]
    for size, place in ((ZOOMED, "zoomed"), (PHONE, "phone"), (NARROW, "narrow")):
        page.set_viewport_size(size)
        page.screenshot(path=SCREENSHOTS / f"{name}-{place}.png")
        assert overflow(page) == 0, place
    page.close()
    assert violations == []
    assert [error for error in errors if "404" not in error and "414" not in error] == []


def test_print_leaves_out_filters_and_actions(page):
    page.emulate_media(media="print")
    page.goto("/?q=timely")
    assert not page.locator(".filters").is_visible()
    assert not page.locator(".actions").first.is_visible()
    assert page.locator(".hit .quote").first.is_visible()


def body_size(response):
    return response.request.sizes()["responseBodySize"]


def test_a_page_is_light(browser, address):
    page = browser.new_page(base_url=address)
    sizes = []
    page.on("response", lambda response: sizes.append(body_size(response)))
    page.goto("/?q=children", wait_until="networkidle")
    first = sum(sizes)
    sizes.clear()
    page.goto("/?q=health", wait_until="networkidle")
    page.close()
    assert first < 100_000
    assert sum(sizes) < 20_000
