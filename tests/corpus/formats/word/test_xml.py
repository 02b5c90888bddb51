import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.formats.word.xml import attribute, int_attribute, is_on


def switch(attributes: str) -> object:
    return parse_xml(f"<w:b {nsdecls('w')} {attributes}/>")


@pytest.mark.parametrize(
    ("attributes", "text", "number", "on"),
    [
        ("", "", 0, True),
        ('w:val="1"', "1", 1, True),
        ('w:val="0"', "0", 0, False),
        ('w:val="false"', "false", 0, False),
        ('w:val="off"', "off", 0, False),
        ('w:val="-12"', "-12", -12, True),
        ('w:val="12.5"', "12.5", 0, True),
        ('w:val="36pt"', "36pt", 720, True),
        ('w:val="-0.5in"', "-0.5in", -720, True),
        ('w:val="2.54cm"', "2.54cm", 1440, True),
        ('w:val="²"', "²", 0, True),
        ('w:val="99999999999"', "99999999999", 0, True),
    ],
)
def test_an_attribute_as_text_number_and_switch(
    attributes: str, text: str, number: int, on: bool
) -> None:
    element = switch(attributes)
    assert (attribute(element, "val"), int_attribute(element, "val")) == (text, number)
    assert is_on(element) is on


def test_what_a_missing_element_gives() -> None:
    assert (attribute(None, "val"), int_attribute(None, "val"), is_on(None)) == ("", 0, None)
