"""Characters that print alike, made one: quotes, spaces, hyphens, ligatures, invisible ones.

Readers keep what was printed. Whoever compares texts compares their plain form.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "’‘ʼ‛ʻ′`´＇"
DOUBLE_QUOTES = "“”„‟«»″＂"
HYPHENS = "‐‑−﹣－"
EN_DASH = "–"
SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
"""The inside of a pattern's class: soft hyphen, zero-width space and joiners, word joiner, byte
order mark, marks of direction, variation selectors. They show nothing where a line does not break.
"""
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
TYPOGRAPHY = FULL_WIDTH | str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(DOUBLE_QUOTES, '"'),
        **dict.fromkeys(HYPHENS, "-"),
        **dict.fromkeys(SPACES, " "),
    }
)
"""For `str.translate`: what a typewriter has in place of a character, one for one."""

UNKNOWN = "\ufffd"
"""Stands for a character that cannot be known, so that a reader sees that one is missing."""
SURROGATES = re.compile("[\ud800-\udfff]")
INVISIBLES = re.compile(f"[{INVISIBLE}]")
NON_ASCII = re.compile(r"[^\x00-\x7f]+")
# Letters and digits that would say another thing as those that they are made of: ½ after a 2.
KEPT_FORMS = ("<fraction>", "<circle>")
MAX_KNOWN_CHARACTERS = 4096  # of one table: more than reports in English have


class TranslationTable(dict[int, "str | None"]):
    """For `str.translate`: every character that a pattern matches becomes another, or goes (None).

    It is filled as it is asked, with MAX_KNOWN_CHARACTERS at most, and takes a third of the time of
    the pattern on ASCII text.
    """

    def __init__(self, pattern: re.Pattern[str], becomes: str | None) -> None:
        super().__init__()
        self.pattern, self.becomes = pattern, becomes

    def __missing__(self, code: int) -> str | None:
        character = self.becomes if self.pattern.match(chr(code)) else chr(code)
        if len(self) < MAX_KNOWN_CHARACTERS:
            self[code] = character
        return character


def plain(text: str) -> str:
    """Return `text` without typography: straight quotes, hyphens and spaces; nothing invisible;
    letters composed, and each ligature or other form of letters and digits as these letters and
    digits (NFKC), where that loses nothing. Fractions, raised and circled digits stay.
    """
    straight = text.replace("’", "'").replace("‘", "'").replace("`", "'")  # as in most texts
    if straight.isascii():
        return straight
    typewritten = NON_ASCII.sub(without_typography, straight)  # a few characters of a text
    return typewritten if typewritten.isascii() else unicodedata.normalize("NFC", typewritten)


def without_typography(match: re.Match[str]) -> str:
    """Return a matched part of a text, character by character as `plain` has it, not composed."""
    visible = INVISIBLES.sub("", match[0].translate(TYPOGRAPHY))
    return "".join(map(spell_out, visible))


def without_surrogates(text: str) -> str:
    """Return `text` with UNKNOWN for each half of a surrogate pair, which no encoding can hold."""
    return text if text.isascii() else SURROGATES.sub(UNKNOWN, text)


@lru_cache(maxsize=4096)
def caseless(text: str) -> str:
    """Return what is the same for words that differ in case and typography alone.

    A form of a capital has no small letter of its own: it is spelt out before and after.
    """
    return plain(plain(text).casefold())


@lru_cache(maxsize=4096)
def spell_out(character: str) -> str:
    """Return the letters and digits that a character is a form of, else the character."""
    form, _, _ = unicodedata.decomposition(character).rpartition(" ")
    is_raised_digit = form.startswith("<super>") and character.isdigit()
    if is_raised_digit or form.startswith(KEPT_FORMS) or not character.isalnum():
        return character
    return unicodedata.normalize("NFKC", character)
