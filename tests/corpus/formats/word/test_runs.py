import pytest

from corpus.formats.document import HIDDEN_TEXT, LeftOut, TextLine
from tests.corpus.formats.word.parts import run, text_box, texts, word_document, word_file

STYLES = """<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>"""
RAISED = '<w:vertAlign w:val="superscript"/>'


def in_paragraph(content: str, properties: str = "") -> list[str]:
    return texts(f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>", STYLES)


@pytest.mark.parametrize(
    ("content", "properties", "expected"),
    [
        (run("x", "<w:vanish/>") + run("a"), "", ["a"]),
        (run("x", '<w:rStyle w:val="Ghost"/>') + run("a"), "", ["a"]),
        (run("x"), '<w:pStyle w:val="Hidden"/>', []),
        (run("a", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Hidden"/>', ["a"]),
        (run("a", '<w:rStyle w:val="Ghost"/>'), '<w:pStyle w:val="Hidden"/>', ["a"]),
        (run("a"), "<w:rPr><w:vanish/></w:rPr>", ["a"]),
        (run("a", "<w:webHidden/>"), "", ["a"]),
        (f"<w:r><w:rPr><w:vanish/></w:rPr>{text_box('<w:p>' + run('x') + '</w:p>')}</w:r>", "", []),
        (run("x", "<w:strike/>") + run("a"), "", ["a"]),
        (run("x", "<w:dstrike/>") + run("a", '<w:strike w:val="0"/>'), "", ["a"]),
    ],
    ids=["run", "character style", "paragraph style", "shown again", "both styles",
         "paragraph's end", "hidden on the web", "box", "struck", "struck twice"],
)  # fmt: skip
def test_hidden_and_struck_text_is_not_read(
    content: str, properties: str, expected: list[str]
) -> None:
    assert in_paragraph(content, properties) == expected


WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'


def in_body(text: str, look: str, properties: str = "") -> str:
    """Return a paragraph, with properties, of one run that looks like `look`."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text, look)}</w:p>"


def in_cell(content: str, properties: str = "", table: str = "") -> str:
    """Return a table of one cell, with properties of both."""
    return (
        f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr><w:tc><w:tcPr>{properties}</w:tcPr>"
        f"<w:p>{content}</w:p></w:tc></w:tr></w:tbl>"
    )


@pytest.mark.parametrize(
    "unseen",
    [
        in_body("zebra words", WHITE),
        f"<w:p>{run('zebra', WHITE)}{run(' words', WHITE)}</w:p>",
        in_body("zebra words", '<w:color w:val="FEFEFE"/>'),
        in_body("zebra words", '<w:color w:themeColor="background1"/>'),
        in_body("zebra words", '<w:rStyle w:val="Pale"/>'),
        in_body("zebra words", WHITE + '<w:shd w:val="clear" w:fill="FFFFFF"/>'),
        in_body("zebra words", WHITE + '<w:shd w:val="clear" w:fill="auto"/>'),
        in_body("zebra words", WHITE + '<w:highlight w:val="none"/>'),
        in_body("zebra words", "<w:vanish/>"),
        in_cell(run("zebra words", WHITE)),
    ],
    ids=["white", "two runs", "nearly white", "of the theme", "by style", "on white", "on paper",
         "no highlight", "hidden", "in a plain cell"],
)  # fmt: skip
def test_what_no_reader_sees_is_left_out_and_named(unseen: str) -> None:
    pale = f'<w:style w:type="character" w:styleId="Pale"><w:rPr>{WHITE}</w:rPr></w:style>'
    document = word_document(word_file(f"<w:p>{run('a')}</w:p>{unseen}", pale))
    assert [line.text for line in document.lines] == ["a"]
    assert document.left_out == (LeftOut(HIDDEN_TEXT, "zebra words"),)


@pytest.mark.parametrize(
    "seen",
    [
        in_body("banner words", WHITE + DARK),
        in_body("banner words", WHITE + '<w:highlight w:val="black"/>'),
        in_body("banner words", WHITE + '<w:shd w:val="pct50"/>'),
        in_body("banner words", WHITE, DARK),
        in_cell(run("banner words", WHITE), DARK),
        in_cell(run("banner words", WHITE), table='<w:tblStyle w:val="Grid"/>'),
        f"<w:p>{text_box(in_body('banner words', WHITE))}</w:p>",
        in_body("banner words", '<w:color w:val="auto"/>'),
        in_body("banner words", '<w:color w:val="999999"/>'),
    ],
    ids=["on dark", "highlighted", "on a pattern", "on a dark paragraph", "in a dark cell",
         "in a table with a style", "in a text box", "automatic", "grey"],
)  # fmt: skip
def test_white_words_on_a_ground_are_read(seen: str) -> None:
    document = word_document(word_file(seen))
    assert [line.text for line in document.lines] == ["banner words"]
    assert document.left_out == ()


@pytest.mark.parametrize(
    ("state", "expected"),
    [("<w:showingPlcHdr/>", ["a"]), ('<w:showingPlcHdr w:val="0"/>', ["a", "words"]),
     ("", ["a", "words"])],
    ids=["shown", "off", "filled in"],
)  # fmt: skip
@pytest.mark.parametrize("is_block", [True, False])
def test_what_an_empty_control_asks_for_is_no_text(
    state: str, expected: list[str], is_block: bool
) -> None:
    inner = f"<w:p>{run('words')}</w:p>" if is_block else run("words")
    control = f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    block = control if is_block else f"<w:p>{control}</w:p>"
    assert texts(f"<w:p>{run('a')}</w:p>{block}") == expected


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("£1,200") + run("6", RAISED) + run(" a year"), "£1,200⁶ a year"),
        (run("In 2014") + run("3", '<w:rStyle w:val="Note"/>'), "In 2014³"),
        (run("£1,200") + run("6,7", RAISED), "£1,200⁶,⁷"),
        (run("1,200") + run("6", '<w:position w:val="8"/>'), "1,200⁶"),
        (run("1,200") + run("6", '<w:position w:val="-8"/>'), "1,2006"),
        (run("1") + run("st", RAISED) + run(" May"), "1st May"),
        (run("In 2014") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("."), "In 2014."),
    ],
    ids=["mark", "by style", "two marks", "raised by position", "lowered", "ordinal", "reference"],
)
def test_marks_of_notes_are_not_digits_of_a_number(content: str, text: str) -> None:
    assert in_paragraph(content) == [text]


def field(*instruction: str, result: str, mark: str = "separate") -> str:
    types = {"begin": "", mark: "", "end": ""}
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in types)
    return f"{begin}{''.join(instruction)}{separate}{result}{end}"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (field("<w:r><w:instrText>PAGE</w:instrText></w:r>", result=run("7")), "7"),
        (field(run("x"), result=run("7")), "7"),
        (field(field(run("y"), result=run("x")), result=run("7")) + run("!"), "7!"),
        (f'<w:fldSimple w:instr="DATE">{run("May")}</w:fldSimple>', "May"),
        (f"<w:hyperlink>{run('link')}</w:hyperlink>", "link"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("a"), "a"),
    ],
    ids=["result", "text as instruction", "field in an instruction", "simple", "link", "stray end"],
)
def test_fields_give_their_results(content: str, text: str) -> None:
    assert in_paragraph(content) == [text]


def test_a_field_that_never_ends_hides_no_other_paragraph() -> None:
    begun = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("x")}</w:p>'
    assert texts(f"{begun}<w:p>{run('a')}</w:p>") == ["a"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<w:t>a</w:t><w:sym w:font="Symbol" w:char="F0A3"/><w:t>5</w:t>', ["a≤5"]),
        ('<w:t>a</w:t><w:sym w:font="Wingdings" w:char="F021"/><w:t>b</w:t>', ["a b"]),
        ('<w:t>a</w:t><w:sym w:font="Symbol" w:char="x"/><w:t>b</w:t>', ["a b"]),
        ('<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>a \uf0b3 5</w:t>', ["a ≥ 5"]),
        ("<w:t>face</w:t><w:noBreakHyphen/><w:t>to</w:t>", ["face-to"]),
        ("<w:t>safe</w:t><w:softHyphen/><w:t>guarding</w:t>", ["safeguarding"]),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t>", ["a b c"]),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t>", ["a", "b", "c"]),
        ("<w:t>a</w:t><w:br w:type='page'/><w:t>b</w:t>", ["a", "b"]),
        ("<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase></w:ruby>",
         ["a"]),
    ],
    ids=["symbol", "unknown picture", "no code", "symbol typed", "hyphen that does not break",
         "soft hyphen", "tabs", "breaks", "page break", "reading aid"],
)  # fmt: skip
def test_signs_within_a_run(content: str, expected: list[str]) -> None:
    assert in_paragraph(f"<w:r>{content}</w:r>") == expected


def test_a_formula_is_read() -> None:
    assert in_paragraph(f"{run('x ')}<m:oMath><m:r><m:t>= 2</m:t></m:r></m:oMath>") == ["x = 2"]


@pytest.mark.parametrize(
    ("properties", "paragraph_style", "bold"),
    [
        ('<w:rStyle w:val="Strong"/>', "Normal", True),
        ('<w:rStyle w:val="Strong"/>', "Heading", False),
        ("", "Heading", True),
        ('<w:b w:val="0"/>', "Heading", False),
    ],
)
def test_weight_by_styles(properties: str, paragraph_style: str, bold: bool) -> None:
    body = f'<w:p><w:pPr><w:pStyle w:val="{paragraph_style}"/></w:pPr>{run("a", properties)}</w:p>'
    assert word_document(word_file(body, STYLES)).lines == (TextLine("a", bold=bold),)
