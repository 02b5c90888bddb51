import pytest

from corpus.formats.word.symbols import shown_text, symbol_text


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", 0xF0A3, "≤"), ("Symbol", 0xA3, "≤"), ("symbol", 0xF0B3, "≥"), ("Symbol", 0xF061, "α"),
        ("Symbol", 0xF0B7, "•"), ("Symbol", 0xF0FE, "⎭"), ("Symbol", 0xF0FF, " "), ("Symbol", 0xF000, " "),
        ("Wingdings", 0xF0FC, "✓"), ("Wingdings", 0xF081, "①"), ("Wingdings", 0xF08C, "❶"),
        ("Wingdings", 0xF021, " "), ("Wingdings 2", 0xF050, "✓"), ("Wingdings 3", 0xF050, " "),
        ("Arial", 0x2264, "≤"), ("Arial", 0xF041, "A"), ("Arial", 0xF080, "€"), ("Arial", 0xF081, " "),
        ("Arial", 0xD800, " "), ("Arial", 7, " "), ("", 0x41, "A"), ("Arial", 0xFFFFF, "\U000fffff"),
    ],
)  # fmt: skip
def test_the_character_that_a_symbol_shows(font: str, code: int, shown: str) -> None:
    assert symbol_text(font, code) == shown


def test_text_in_a_font_of_pictures() -> None:
    assert shown_text("Symbol", "a \uf0a3 5") == "a ≤ 5"
    assert shown_text("Arial", "a \uf0a3 5") == "a \uf0a3 5"
