import pytest

from corpus.formats.html.elements import (
    ARTICLE,
    FOOTER,
    MAIN,
    PAGE,
    SITE,
    ElementStack,
    inner_part,
    named_part,
)


@pytest.mark.parametrize(
    ("tag", "attributes", "part"),
    [
        ("main", {}, MAIN), ("div", {"role": "main"}, MAIN), ("article", {}, ARTICLE),
        ("footer", {}, FOOTER), ("div", {"role": "contentinfo"}, FOOTER), ("header", {}, SITE),
        ("aside", {}, SITE), ("form", {}, SITE), ("div", {"class": "gem-c-cookie-banner"}, SITE),
        ("div", {"id": "CookieNotice"}, SITE), ("body", {"class": "cookies-set"}, None),
        ("div", {}, None), ("section", {}, None),
    ],
)  # fmt: skip
def test_the_part_that_an_element_names(
    tag: str, attributes: dict[str, str], part: str | None
) -> None:
    assert named_part(tag, attributes) == part


@pytest.mark.parametrize(
    ("outer", "named", "part"),
    [
        (PAGE, None, PAGE), (PAGE, SITE, SITE), (SITE, None, SITE), (SITE, MAIN, MAIN),
        (MAIN, FOOTER, MAIN), (ARTICLE, SITE, ARTICLE), (ARTICLE, MAIN, MAIN), (SITE, FOOTER, FOOTER),
    ],
)  # fmt: skip
def test_text_is_in_the_main_part_whatever_stands_in_it(
    outer: str, named: str | None, part: str
) -> None:
    assert inner_part(outer, named) == part


def test_an_end_closes_what_is_open_in_its_element_and_no_other() -> None:
    stack = ElementStack()
    for tag in ("main", "p", "b", "img"):
        stack.start(tag, {})
    stack.end("i")
    assert stack.innermost.tag == "b"
    stack.end("p")
    assert (stack.innermost.tag, stack.innermost.part) == ("main", MAIN)
