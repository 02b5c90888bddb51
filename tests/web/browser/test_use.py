"""How the pages are used: with and without scripts, by pointer and keyboard."""

import re

from playwright.sync_api import expect

from tests.web.browser.chromium import PHONE, needs_browser

pytestmark = needs_browser


def test_search_filter_and_clear(page):
    page.goto("/")
    page.get_by_label("Search inspection reports").fill("health assessments")
    page.get_by_role("button", name="Search", exact=True).click()
    title = page.locator("#results-title")
    unfiltered = title.inner_text()
    good = page.get_by_role("group", name=re.compile("^Grade, ")).get_by_label(re.compile("^Good"))
    good.check()
    page.get_by_role("button", name="Apply filters").first.click()
    expect(page).to_have_url(re.compile("[?&]grade=good"))
    expect(title).not_to_have_text(unfiltered)
    expect(good).to_be_checked()
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


def test_an_open_recommendation_leads_to_its_place_and_to_what_became_of_all(page):
    page.goto("/authority/Marrowdale")
    page.get_by_role("link", name=re.compile("^In context")).first.click()
    expect(page).to_have_url(re.compile("/report/marrowdale-[^/]+/"))
    page.go_back()
    page.get_by_role("link", name=re.compile("^What became of (all|it)")).click()
    expect(page.get_by_role("heading", name="What became of recommendations")).to_be_visible()


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


def test_an_authority_is_found_by_another_name(page):
    page.goto("/")
    page.get_by_label("Find an authority").fill("hull")
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("heading", name="Kingston upon Hull", level=1)).to_be_visible()


def test_a_printed_judgement_is_one_click_away(page):
    page.goto("/authority/Marrowdale")
    cell = page.locator(".judged").first
    assert not cell.locator("p").first.is_visible()
    cell.locator("summary").click()
    assert cell.locator("p").first.is_visible()


def test_the_list_of_authorities_is_narrowed(page):
    page.goto("/authorities")
    page.get_by_role("link", name="M", exact=True).click()
    expect(page).to_have_url(re.compile("letter=M"))
    expect(page.locator("table.authorities tbody tr")).to_have_count(1)


def test_names_are_completed_in_any_case_by_the_keyboard_alone(scripted):
    scripted.goto("/")
    box = scripted.get_by_role("combobox", name="Find an authority")
    box.press_sequentially("mARR")
    options = scripted.get_by_role("option")
    expect(options).to_have_text(["Marrowdale"])
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("Escape")
    expect(options).to_have_count(0)
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "authority-name-list-0")
    box.press("Enter")
    scripted.wait_for_url("**/authority/Marrowdale")


def test_an_alias_is_completed_with_its_authority(scripted):
    scripted.goto("/authorities")
    scripted.get_by_role("combobox", name="Find an authority").press_sequentially("bcp")
    option = scripted.get_by_role("option")
    expect(option).to_have_text(["BCP: Bournemouth, Christchurch and Poole (no reports here)"])
    option.click()
    scripted.wait_for_url("**/authority/Bournemouth**")
