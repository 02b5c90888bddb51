import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.formats.word.styles import ParagraphStyle, RunStyle, StyleSheet

BOLD = RunStyle(bold=True)
STYLES = """<w:styles {ns}>
<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="Thin"><w:name w:val="Thin"/><w:basedOn w:val="H2"/>
 <w:rPr><w:b w:val="0"/></w:rPr></w:style>
<w:style w:styleId="Body"><w:name w:val="Body"/><w:basedOn w:val="H2"/>
 <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:styleId="List"><w:name w:val="List"/>
 <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr><w:ind w:left="720"/></w:pPr>
 </w:style>
<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/><w:rPr><w:b/></w:rPr>
 </w:style>
</w:styles>"""


def style_of(properties: str) -> ParagraphStyle:
    sheet = StyleSheet(parse_xml(STYLES.format(ns=nsdecls("w"))))
    return sheet.style_of(parse_xml(f"<w:pPr {nsdecls('w')}>{properties}</w:pPr>"))


@pytest.mark.parametrize(
    ("properties", "style"),
    [
        ("", ParagraphStyle()),
        ('<w:pStyle w:val="Unknown"/>', ParagraphStyle()),
        ('<w:pStyle w:val="Title"/>', ParagraphStyle(heading_level=1)),
        ('<w:pStyle w:val="H2"/>', ParagraphStyle(heading_level=2, text=BOLD)),
        ('<w:pStyle w:val="Thin"/>', ParagraphStyle(heading_level=2)),
        ('<w:pStyle w:val="Body"/>', ParagraphStyle(text=BOLD)),
        ('<w:pStyle w:val="Loop"/>', ParagraphStyle(text=BOLD)),
        ('<w:pStyle w:val="List"/>', ParagraphStyle(list=("7", 1), indent=720)),
        ('<w:pStyle w:val="List"/><w:numPr><w:ilvl w:val="2"/></w:numPr><w:ind w:start="90"/>',
         ParagraphStyle(list=("7", 2), indent=90)),
        ('<w:outlineLvl w:val="0"/>', ParagraphStyle(heading_level=1)),
    ],
    ids=["none", "unknown", "title", "heading", "inherits", "body text by outline", "circular",
         "list", "paragraph over style", "outline"],
)  # fmt: skip
def test_a_style_with_what_it_is_based_on(properties: str, style: ParagraphStyle) -> None:
    assert style_of(properties) == style


def test_a_paragraph_without_properties_has_the_plain_style() -> None:
    assert StyleSheet(parse_xml(f"<w:styles {nsdecls('w')}/>")).style_of(None) == ParagraphStyle()


def test_a_long_chain_of_styles_is_resolved() -> None:
    styles = "".join(
        f'<w:style w:styleId="{number}"><w:basedOn w:val="{number + 1}"/></w:style>'
        for number in range(5_000)
    )
    last = '<w:style w:styleId="5000"><w:rPr><w:b/></w:rPr></w:style>'
    sheet = StyleSheet(parse_xml(f"<w:styles {nsdecls('w')}>{styles}{last}</w:styles>"))
    assert sheet.named_style("0") == ParagraphStyle(text=BOLD)


def test_a_paragraph_that_names_no_style_has_the_default_one() -> None:
    style = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:b/></w:rPr></w:style>'
    )
    sheet = StyleSheet(parse_xml(f"<w:styles {nsdecls('w')}>{style}</w:styles>"))
    assert sheet.style_of(None) == ParagraphStyle(text=BOLD)


@pytest.mark.parametrize(
    ("properties", "look"),
    [
        ("", RunStyle()),
        ("<w:dstrike/>", RunStyle(struck=True)),
        ('<w:vertAlign w:val="superscript"/><w:position w:val="-2"/>', RunStyle(raised=True)),
        ('<w:vertAlign w:val="baseline"/>', RunStyle()),
        ('<w:rFonts w:hAnsi="Symbol"/>', RunStyle(font="Symbol")),
    ],
)
def test_the_look_of_a_run(properties: str, look: RunStyle) -> None:
    run_properties = parse_xml(f"<w:rPr {nsdecls('w')}>{properties}</w:rPr>")
    assert StyleSheet(None).run_style(ParagraphStyle(), run_properties) == look
