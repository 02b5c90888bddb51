"""The characters of text and HTML files, whatever encoding they are in or say they are in."""

from __future__ import annotations

import codecs
import re

from corpus.formats.characters import C1_TO_WINDOWS

# Longer marks first: UTF-32's begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SNIFFED_BYTES = 4096
DECLARED_ENCODING = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
DEFAULT_ENCODING = "cp1252"  # what programs of Windows write that name no encoding

# Python's codec for the encodings that pages declare, by the pattern of their labels; of any
# other name nothing is believed. Labels of iso-8859-1 mean windows-1252, and so do its likes
# (WHATWG, Encoding standard).
DECLARABLE = (
    (r"(?:windows-|cp|x-cp)(125[0-8])", r"cp\1"),
    (r"iso-?8859-?9|latin5|l5", "cp1254"),
    (r"iso-?8859-?11|tis-620|windows-874", "cp874"),
    (r"iso-?8859-?(\d|1[0-13-6])", r"iso8859_\1"),
    (r"koi8-?([ru])", r"koi8_\1"),
    (r"(?:x-)?mac(?:intosh|-roman)?", "mac_roman"),
    (r"gb2312|gbk|gb18030|x-gbk", "gb18030"),
    (r"big5(?:-hkscs)?", "big5hkscs"),
    (r"shift[-_]jis|sjis|x-sjis|windows-31j", "cp932"),
    (r"euc-jp|x-euc-jp", "euc_jp"),
    (r"euc-kr|ks_c_5601-1987|windows-949", "cp949"),
)
# So many broken characters for each sound one, at most, are damage in a text that is UTF-8 although
# it says that it is in another encoding.
MAX_BROKEN_SHARE = 1 / 3
# Letters of Western Europe, quotation marks and dashes: their two or three bytes in UTF-8 make no
# sense in windows-1252, such as â€™ for ’.
SURE_UTF_8 = re.compile("[\u00a0-\u00ff\u2010-\u2044\u20ac]")
# Bytes that are rather what is left of a character in UTF-8, or damage, than a letter of Windows.
NO_LETTERS = b"\xc2\xc3\xff"
STRAY_BYTE = "stray-byte"  # the name by which `bytes.decode` knows `replace_stray_byte`
# Latin letters in UTF-16 have a zero byte each.
MIN_ZERO_SHARE, MAX_OTHER_ZERO_SHARE = 0.3, 0.05


def decode(data: bytes) -> str:
    """Return the characters of a text or HTML file. What is no character is U+FFFD.

    Sure signs go first: a byte order mark, the zero bytes of UTF-16, sound UTF-8, which nothing
    else looks like; then what the file says itself; then that it was written on Windows.
    """
    encoding = marked_encoding(data) or unmarked_utf_16(data)
    if encoding:
        errors = STRAY_BYTE if encoding == "utf-8" else "replace"
        text = data.decode(encoding, errors=errors).removeprefix("\ufeff")
    else:
        declared = declared_encoding(data)
        text = decode_utf_8(data, declared) or data.decode(declared, errors="replace")
    return text.translate(C1_TO_WINDOWS)


def marked_encoding(data: bytes) -> str | None:
    """Return the encoding that the byte order mark of a file tells, if it has one."""
    return next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def unmarked_utf_16(data: bytes) -> str | None:
    """Return which UTF-16 a file without a byte order mark is in; None where it is in none."""
    sample = data[:SNIFFED_BYTES]
    first, second = (sample[start::2].count(0) / max(1, len(sample[start::2])) for start in (0, 1))
    if second >= MIN_ZERO_SHARE and first <= MAX_OTHER_ZERO_SHARE:
        return "utf-16-le"
    if first >= MIN_ZERO_SHARE and second <= MAX_OTHER_ZERO_SHARE:
        return "utf-16-be"
    return None


def decode_utf_8(data: bytes, declared: str) -> str | None:
    """Return the characters of a file in UTF-8 that may be damaged; None where it is in another.

    A text that is windows-1252, for all that it says, is UTF-8 from the first sure character on:
    bytes that are not are pasted in from elsewhere, and the letters that they were there.
    """
    text = data.decode(errors="replace")
    broken = text.count("\ufffd")
    if not broken:
        return text
    sound = sum(not character.isascii() for character in text) - broken
    is_sure = declared == DEFAULT_ENCODING and SURE_UTF_8.search(text) is not None
    if is_sure or broken <= sound * MAX_BROKEN_SHARE:
        return data.decode(errors=STRAY_BYTE)
    return None


def replace_stray_byte(error: UnicodeError) -> tuple[str, int]:
    """Return what bytes that are no UTF-8 stand for, and where to go on: an error handler.

    One byte alone is a letter of windows-1252; several are a character cut short, U+FFFD.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    before = error.object[max(0, error.start - 1) : error.start]
    is_rest = stray < b"\xc0" and not before.isascii()
    if len(stray) > 1 or stray in NO_LETTERS or is_rest:
        return "\ufffd", error.end
    return stray.decode(DEFAULT_ENCODING, errors="replace"), error.end


codecs.register_error(STRAY_BYTE, replace_stray_byte)


def declared_encoding(data: bytes) -> str:
    """Return Python's name of the encoding that a file states, DEFAULT_ENCODING where none."""
    declared = DECLARED_ENCODING.search(data[:SNIFFED_BYTES])
    label = declared[1].decode("ascii", "ignore").lower() if declared else ""
    for pattern, codec in DECLARABLE:
        if match := re.fullmatch(pattern, label):
            name = match.expand(codec)
            return DEFAULT_ENCODING if name == "iso8859_1" else name
    return DEFAULT_ENCODING
