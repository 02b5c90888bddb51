import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.encoding import declared_encoding, decode

TEXT = "Children’s “plans” – café"
HTML = "<html><meta charset={}><p>" + TEXT


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_text_is_decoded_whatever_it_is_in(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("iso-8859-1", "cp1252"), ("ISO8859-1", "cp1252"), ("latin1", "cp1252"),
        ("us-ascii", "cp1252"), ("windows-1252", "cp1252"), ('"utf-8"', "cp1252"),
        ("utf-16", "utf-8"), ("iso-8859-1", "utf-8"), ("undefined", "utf-8"), ("hex", "utf-8"),
        ("unheard-of", "cp1252"), ("undefined", "cp1252"), ("macintosh", "mac_roman"),
        ("utf-8", "utf-16-le"), ("utf-8", "utf-16"), ("utf-7", "utf-8"),
    ],
)  # fmt: skip
def test_a_page_is_decoded_whatever_it_says(label: str, encoding: str) -> None:
    page = HTML.format(label)
    assert decode(page.encode(encoding)) == page


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("x", "cp1252"), ("windows-1250", "cp1250"), ("cp1251", "cp1251"), ("iso-8859-15", "iso8859_15"),
        ("latin5", "cp1254"), ("koi8-r", "koi8_r"), ("gb2312", "gb18030"), ("shift_jis", "cp932"),
        ("euc-jp", "euc_jp"), ("euc-kr", "cp949"), ("big5", "big5hkscs"), ("tis-620", "cp874"),
        ("iso-8859-12", "cp1252"), ("iso-8859-14", "iso8859_14"), ("x-mac-roman", "mac_roman"),
        ("idna", "cp1252"), ("unicode_escape", "cp1252"), ("rot13", "cp1252"), ("punycode", "cp1252"),
    ],
)  # fmt: skip
def test_only_encodings_of_pages_are_believed(label: str, encoding: str) -> None:
    assert declared_encoding(f"<meta charset='{label}'>".encode()) == encoding
    assert codecs.lookup(encoding)


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">',
        '<?xml version="1.0" encoding="windows-1250"?><html>',
        "<META CHARSET = 'windows-1250' />",
    ],
)
def test_a_declaration_in_each_of_its_forms(declaration: str) -> None:
    assert declared_encoding(declaration.encode()) == "cp1250"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café – naïve “x”".encode() + b" \xe2\x80", "Café – naïve “x” \ufffd"),
        ("Café “x”".encode() + b" \xff plans", "Café “x” \ufffd plans"),
        (b"a \x81 b", "a \ufffd b"),
        ("a\x92s b".encode(), "a’s b"),
        (("Help is late" * 3).encode("utf-16-le") + b"\x00", "Help is late" * 3 + "\ufffd"),
        (b"", ""),
    ],
    ids=["cut short", "one byte broken", "no character of Windows", "Windows' codes in UTF-8",
         "half a character", "nothing"],
)  # fmt: skip
def test_damage_costs_the_damaged_characters_alone(data: bytes, text: str) -> None:
    assert decode(data) == text


QUOTED = "Children’s “plans” – 5 £".encode()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("it’s ".encode() + b"caf\xe9 food", "it’s café food"),
        ("it’s ".encode() + b"caf\xe9 \x93plans\x94 caf\xe9s \x96 x", "it’s café “plans” cafés – x"),
        ("café ".encode() + b"it\x92s", "café it’s"),
        ("£5 ".encode() + b"\xa36", "£5 £6"),
        (b"caf\xe9 " + QUOTED, "café Children’s “plans” – 5 £"),
        (QUOTED + b" \xff", "Children’s “plans” – 5 £ \ufffd"),
        (b"\xff\xe9" + QUOTED, "\ufffdéChildren’s “plans” – 5 £"),
        (codecs.BOM_UTF8 + b"caf\xe9 bar", "café bar"),
        ("it’s ".encode() + b"caf\xc3 food", "it’s caf\ufffd food"),
        ("it’s ".encode() + b"it\x80\x99s", "it’s it€\ufffds"),
        (b"<meta charset=utf-8>" + "it’s ".encode() + b"caf\xe9 a", "<meta charset=utf-8>it’s café a"),
        (b"caf\xe9 food", "café food"),
        (b"CAF\xc9\x94 and caf\xe9", "CAFÉ” and café"),
        ("łódź łódź łódź".encode() + b" caf\xe9 a", "łódź łódź łódź café a"),
    ],
    ids=["one letter", "more strays than sound", "a quotation mark", "a pound sign", "at the start",
         "no letter", "two", "marked", "a character cut short", "the end of a character", "declared",
         "Windows", "Windows that looks like UTF-8", "sound letters of another kind"],
)  # fmt: skip
def test_a_stray_byte_garbles_nothing_else(data: bytes, text: str) -> None:
    assert decode(data) == text


@given(st.binary())
def test_any_bytes_are_decoded(data: bytes) -> None:
    assert decode(data).encode("utf-8", "surrogatepass") is not None
    assert not set(map(chr, range(0x80, 0xA0))) & set(decode(data)) - set("\x81\x8d\x8f\x90\x9d")
