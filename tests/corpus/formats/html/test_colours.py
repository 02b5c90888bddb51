import pytest

from corpus.formats.html.colours import has_ground, is_white, text_is_white


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#fff", True), ("#ffffff", True), ("#fdfdfd", True), ("white", True), ("transparent", True),
        ("rgb(255,255,255)", True), ("rgba(0,0,0,0)", True), ("rgba(0,0,0,0.5)", False),
        ("#eee", False), ("#ffff00", False), ("rgb(255,255,0)", False), ("black", False), ("", False),
        ("#ff", False), ("rgb(x)", False),
    ],
)  # fmt: skip
def test_white(colour: str, expected: bool) -> None:
    assert is_white(colour) == expected


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"style": "COLOR: #FFF !important"}, True), ({"color": "White"}, True),
        ({"style": "background-color:#fff"}, False), ({"style": "border-color:#fff"}, False),
        ({"style": "color:#000"}, False), ({}, False),
    ],
)  # fmt: skip
def test_white_text(attributes: dict[str, str], expected: bool) -> None:
    assert text_is_white(attributes, False) == expected


def test_a_colour_is_inherited_until_another_is_stated() -> None:
    assert text_is_white({}, True)
    assert text_is_white({"style": "color:inherit"}, True)
    assert not text_is_white({"style": "color:navy"}, True)


@pytest.mark.parametrize(
    ("attributes", "is_inherited", "expected"),
    [
        ({"style": "background:#003"}, False, True), ({"bgcolor": "navy"}, False, True),
        ({"background": "a.png"}, False, True), ({"style": "background-image:url(a)"}, False, True),
        ({"style": "background:none"}, False, False), ({"style": "background:#fff"}, True, False),
        ({"style": "background:none"}, True, True), ({}, False, False), ({}, True, True),
    ],
)  # fmt: skip
def test_what_is_behind_text(
    attributes: dict[str, str], is_inherited: bool, expected: bool
) -> None:
    assert has_ground(attributes, is_inherited) == expected
