import pytest

from corpus.formats.html.visibility import OpenElements
from tests.corpus.formats.html.pages import texts


@pytest.mark.parametrize(
    "hidden",
    [
        "<span hidden>x</span>", "<div hidden=until-found>x</div>", "<p style='DISPLAY : none'>x</p>",
        "<p style='visibility:hidden'>x</p>", "<p style='opacity:0;color:red'>x</p>",
        "<p style='font-size:0'>x</p>", "<template><p>x</p></template>", "<noscript>x</noscript>",
        "<dialog>x</dialog>", "<div aria-hidden=true>x</div>", "<select><option>x</select>",
        "<span class='a govuk-visually-hidden'>x</span>", "<textarea>x</textarea>", "<svg><text>x</svg>",
        "<video>x</video>", "<script>x</script>", "<style>x</style>",
        "<ruby><rp>x</rp><rt>x</rt></ruby>", "<div hidden>x<div>x</div>x</div>",
    ],
)  # fmt: skip
def test_what_is_not_shown_is_no_text(hidden: str) -> None:
    assert texts(f"<p>a</p>{hidden}<p>b</p>") == ["a", "b"]


@pytest.mark.parametrize(
    "shown",
    [
        "<p><span aria-hidden=true>x</span></p>", "<p aria-hidden=true>x</p>", "<dialog open>x</dialog>",
        "<p style='opacity:0.5'>x</p>", "<p style='font-size:0.9em'>x</p>", "<p class=hidden-gem>x</p>",
        "<details><summary>x</summary></details>", "<ins>x</ins>", "<p style='display:block'>x</p>",
    ],
)  # fmt: skip
def test_what_is_shown_is_text(shown: str) -> None:
    assert texts(f"<p>a</p>{shown}<p>b</p>") == ["a", "x", "b"]


def test_a_body_that_a_script_will_show_is_read() -> None:
    assert texts("<body style='visibility:hidden'><p>a</p>") == ["a"]


def test_an_open_element_ends_with_its_own_tag() -> None:
    hidden = OpenElements()
    states = []
    for tag, is_start, is_kind in [
        ("p", True, False), ("div", True, True), ("p", True, True), ("p", False, False),
        ("div", True, False), ("div", False, False), ("div", False, False), ("input", True, True),
    ]:  # fmt: skip
        if is_start:
            hidden.start(tag, is_kind)
        else:
            hidden.end(tag)
        states.append(bool(hidden))
    assert states == [False, True, True, True, True, True, False, False]
