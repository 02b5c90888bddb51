"""The pages in a real browser: with and without scripts, by keyboard, narrow and printed."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import expect

from tests.source_tree import ROOT
from tests.web.browser import (
    DESKTOP,
    NARROW,
    PHONE,
    SCREENSHOTS,
    ZOOMED,
    chromium,
    needs_browser,
    overflow,
)
from tests.web.serving import serving
from web.cli import main

pytestmark = needs_browser

REPORT = "marrowdale-ilacs-2021-10-22"
PAGES = {
    "first": "/",
    "search": "/?q=timeliness+of+recording",
    "filtered": "/?q=children&theme=health&grade=good&unit=reports",
    "nothing": "/?q=xylophone&grade=good&match=all",
    "mistyped": "/?q=supervison+meetings&once=1&size=50",
    "report": f"/report/{REPORT}?q=timely",
    "paragraph": f"/report/{REPORT}/p5",
    "authority": "/authority/Marrowdale",
    "wording": "/wording/",
    "concordance": "/wording/concordance?q=not+yet",
    "profile": "/wording/profile?q=children",
    "profile-filtered": "/wording/profile?q=children&theme=health&since=2012",
    "compare": "/wording/compare?q=timely&other=late",
    "distinctive": "/wording/distinctive?grade=good",
    "draft": "/wording/draft",
    "like": f"/wording/like/{REPORT}/p5",
    "later": "/wording/like/marrowdale-slac-2011-04-15/p45?authority=Marrowdale&since=2011-04-15",
    "collection": "/collection",
    "help": "/help",
    "about": "/about",
    "api": "/api/",
    "not-found": "/nowhere",
}
# On a busy machine a page may take its time.
expect.set_options(timeout=30_000)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


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
    assert [error for error in errors if "404" not in error] == []


def test_search_filter_and_clear(page):
    page.goto("/")
    page.get_by_label("Search inspection reports").fill("health assessments")
    page.get_by_role("button", name="Search", exact=True).click()
    title = page.locator("#results-title")
    unfiltered = title.inner_text()
    page.get_by_label(re.compile("^Good")).check()
    page.get_by_role("button", name="Apply filters").first.click()
    expect(page).to_have_url(re.compile("grade=good"))
    expect(title).not_to_have_text(unfiltered)
    expect(page.get_by_label(re.compile("^Good"))).to_be_checked()
    page.get_by_role("link", name="Leave out good").click()
    expect(title).to_have_text(unfiltered)


def test_pages_and_the_back_button(page):
    page.goto("/?q=children")
    page.get_by_role("link", name="Next page").click()
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.locator("ol.hits")).to_have_attribute("start", "11")
    page.go_back()
    expect(page.locator("ol.hits")).to_have_attribute("start", "1")
    assert page.get_by_label("Search inspection reports").input_value() == "children"


def test_a_result_opens_at_its_paragraph_and_leads_to_the_next_match(page):
    page.goto("/?q=timely&authority=Marrowdale&framework=ilacs")
    page.get_by_role("link", name=re.compile("^Read in context")).first.click()
    expect(page).to_have_url(re.compile("/report/"))
    page.get_by_role("link", name="First match").click()
    first = page.url
    page.locator(".para-match:target .step-on").click()
    expect(page).not_to_have_url(first)
    expect(page.locator(".para-match:target mark").first).to_be_visible()
    page.locator(".para-match:target .step-back").click()
    expect(page).to_have_url(first)


def test_a_draft_finds_precedents_and_stays_out_of_the_address(page):
    page.goto("/wording/draft")
    page.get_by_label("Your paragraphs").fill("Health assessments of children are late.\n\nTimely.")
    page.get_by_role("button", name="Find precedents").click()
    expect(page.get_by_role("heading", name="Paragraph 2 of the draft")).to_be_visible()
    expect(page.locator(".hit mark").first).to_be_visible()
    assert "Health" not in page.url


def test_the_filters_of_a_phone_open_without_scripts(page):
    page.set_viewport_size(PHONE)
    page.goto("/?q=children")
    button = page.get_by_role("button", name="Apply filters").first
    assert not button.is_visible()
    page.get_by_role("link", name="Filters").click()
    assert button.is_visible()
    page.get_by_role("link", name="Hide filters").click()
    assert not button.is_visible()


def test_a_result_says_why_it_has_its_labels(page):
    page.goto("/?q=dentist&theme=health")
    page.get_by_role("link", name=re.compile("^Why")).first.click()
    expect(page).to_have_url(re.compile("#why$"))
    expect(page.get_by_role("heading", name="Why these labels")).to_be_visible()


def test_a_recommendation_leads_to_what_later_reports_say(page):
    page.goto("/authority/Marrowdale")
    page.locator("summary", has_text="recommendation").last.click()
    page.get_by_role("link", name=re.compile("^What later reports say")).last.click()
    expect(page.get_by_role("link", name="Only later reports on Marrowdale")).to_be_visible()
    expect(page).to_have_url(re.compile("authority=Marrowdale"))


def test_a_citation_is_there_to_select(page):
    page.goto("/?q=timely")
    page.locator(".cite > summary").first.click()
    assert (
        page.locator(".citation")
        .first.inner_text()
        .startswith("Inspection of local authority children’s services: ")
    )


def test_one_click_copies_the_citation(scripted):
    scripted.goto("/?q=timely")
    scripted.get_by_role("button", name="Copy citation").first.click()
    scripted.get_by_role("button", name="Citation copied").wait_for()
    copied = scripted.evaluate("navigator.clipboard.readText()")
    assert copied == scripted.locator(".citation").first.text_content()
    assert scripted.locator("#said").inner_text() == "Citation copied"


def test_defaults_stay_out_of_the_address(scripted):
    scripted.goto("/")
    scripted.get_by_label("Search inspection reports").fill("timely")
    scripted.keyboard.press("Enter")
    scripted.get_by_role("button", name="Apply filters").first.click()
    assert scripted.url.endswith("/?q=timely")


def test_the_keyboard_is_enough(page):
    page.goto("/?q=children")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("name") == "q"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.locator(":focus").get_attribute("value") == "health":
            break
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**theme=health**")


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
