"""Symbols that Word draws with a font of pictures, as the Unicode characters that they show."""

from __future__ import annotations

PRIVATE_USE = 0xF000  # Word writes the code of a symbol's picture in its font from here on

# The encoding of Adobe's Symbol font, which Word's has: 95 codes from 0x20, and 95 from 0xA0.
SYMBOL_CODES = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)  # fmt: skip
HIGH_SYMBOL_CODES = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
    " 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
# Of the hundreds of pictures in Microsoft's fonts: what stands in forms, lists and tables.
WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA0: "▪", 0xA7: "▪", 0xA8: "◻",
    0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦",
    0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "⬄", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x80 + digit: "⓪①②③④⑤⑥⑦⑧⑨⑩"[digit] for digit in range(11)},
    **{0x8B + digit: "⓿❶❷❸❹❺❻❼❽❾❿"[digit] for digit in range(11)},
}  # fmt: skip
WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "□",
}  # fmt: skip
SYMBOL_FONTS = {
    "symbol": {
        **dict(enumerate(SYMBOL_CODES, 0x20)),
        **dict(enumerate(HIGH_SYMBOL_CODES, 0xA0)),
    },
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "wingdings 3": {},
    "webdings": {0x61: "✓", 0x72: "✗"},
}


def symbol_text(font: str, code: int) -> str:
    """Return the character that a font shows under a code of w:sym; a space where it is unknown.

    A space keeps the words on both sides apart.
    """
    if (pictures := SYMBOL_FONTS.get(font.lower())) is not None:
        return pictures.get(code & 0xFF, " ")
    if PRIVATE_USE <= code <= PRIVATE_USE + 0xFF:  # what the code is in a font of letters
        return bytes([code & 0xFF]).decode("cp1252", errors="replace").replace("\ufffd", " ")
    is_character = 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000
    return chr(code) if is_character else " "


def shown_text(font: str, text: str) -> str:
    """Return the text of a run as it is shown, where Word wrote codes of a font of pictures."""
    if font.lower() not in SYMBOL_FONTS:
        return text
    return "".join(
        symbol_text(font, ord(character))
        if PRIVATE_USE <= ord(character) <= PRIVATE_USE + 0xFF
        else character
        for character in text
    )
