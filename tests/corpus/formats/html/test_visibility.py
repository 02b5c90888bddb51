import pytest

from corpus.formats.html.visibility import OpenElements, is_off_page
from tests.corpus.formats.html.pages import texts


@pytest.mark.parametrize(
    "hidden",
    [
        "<span hidden>x</span>", "<div hidden=until-found>x</div>", "<p style='DISPLAY : none'>x</p>",
        "<p style='visibility:hidden'>x</p>", "<p style='opacity:0;color:red'>x</p>",
        "<p style='font-size:0'>x</p>", "<template><p>x</p></template>", "<noscript>x</noscript>",
        "<dialog>x</dialog>", "<div aria-hidden=true>x</div>", "<select><option>x</select>",
        "<span class='a govuk-visually-hidden'>x</span>", "<svg><text>x</svg>",
        "<p style='color:#fff'>x</p>", "<p style='position:absolute;left:-9999px'>x</p>",
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
        "<textarea>x</textarea>", "<input value=x>", "<h2><button>x</button></h2>",
        "<p style='text-indent:-18pt'>x</p>",
    ],
)  # fmt: skip
def test_what_is_shown_is_text(shown: str) -> None:
    assert texts(f"<p>a</p>{shown}<p>b</p>") == ["a", "x", "b"]


@pytest.mark.parametrize(
    "style",
    [
        "left:-9999px", "position:absolute; LEFT: -999em", "text-indent:-9999px", "margin-left:-5000px",
        "clip: rect(0 0 0 0)", "clip:rect(1px, 1px, 1px, 1px)", "clip-path: inset(50%)",
        "transform:translateX(-10000px)", "transform:scale(0)",
    ],
)  # fmt: skip
def test_text_out_of_sight(style: str) -> None:
    assert is_off_page({"style": style})


@pytest.mark.parametrize(
    "style",
    ["left:-20px", "margin-left:-1.5em", "clip:rect(0,100px,40px,0)", "padding-left:9999px"],
)
def test_text_in_sight(style: str) -> None:
    assert not is_off_page({"style": style})


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
