"""A phrase as a framework's file writes it in; the regular expression that it stands for, out.

    inspection findings       these words; a space may be a hyphen in print, a hyphen may be missing
    (key|main) findings       one of these
    [the] overall grade       words that may be missing
    what ... need[s] to       up to 60 characters between, of one sentence
    safeguard*                any ending
    # days                    a number

Case counts for nothing, nor whether an apostrophe is printed.
"""

from __future__ import annotations

import re

MAX_PHRASE_LETTERS = 200

TOKEN = re.compile(r"\s*\.\.\.\s*|[\[\]()|*# '-]|[^\[\]()|*# '.-]+|\.")
NOT_IN_PHRASES = re.compile(r"[\\^$+{}]")
GAP, SPACE, NUMBER = r"\b[^.;]{0,60}?\b", "[ -]+", r"\d+"
WRITTEN: dict[str, str] = {" ": SPACE, "-": "[ -]?", "'": "'?", "#": NUMBER, "*": r"\w*"}
OUTLINE_NUMBER = r"(?:(?:section )?\d{1,2}(?:\.\d{1,2})*(?!\d)\W+)?"
"""What may stand before a heading: "4. ", "1.1 ", "Section 2: "."""

INSIDE = r"((?:[^\[\]]|\[[^\[\]]*\])*)"
OPTIONAL_FIRST = re.compile(rf"(?:^|(?<=[(|\[])|(?<= \]))\[{INSIDE}\] ")
OPTIONAL_LATER = re.compile(rf" \[{INSIDE}\]")
"""Words that may be missing, with the space that is then missing too: before the first word of a
phrase or an alternative it is that behind them, else that before them.
"""


class PhraseError(ValueError):
    """Why a phrase cannot be read, and what to write: to be told with its file and line."""


def begins_with(phrase: str) -> str:
    """Return the expression of a heading that begins with a phrase, behind its outline number."""
    return rf"^{OUTLINE_NUMBER}{contains(phrase)}"


def consists_of(phrase: str) -> str:
    """Return the expression of a heading that is a phrase and nothing else but signs."""
    return rf"^{OUTLINE_NUMBER}{contains(phrase)}\W*$"


def contains(phrase: str) -> str:
    """Return the expression that finds a phrase as whole words. Raise PhraseError."""
    return rf"(?<!\w){translate(phrase)}(?!\w)"


def translate(phrase: str) -> str:
    """Return the regular expression of a phrase. Raise PhraseError where it is none."""
    phrase = " ".join(phrase.split()).rstrip(" ?:!")
    if not any(map(str.isalnum, phrase)) or len(phrase) > MAX_PHRASE_LETTERS:
        raise PhraseError(f"is no phrase; write one to {MAX_PHRASE_LETTERS} letters")
    if sign := NOT_IN_PHRASES.search(phrase):
        raise PhraseError(f"has the sign {sign[0]}; write a regular expression under `regex`")
    check_brackets(phrase)
    words = attach_spaces(phrase)
    return "".join(map(translate_token, TOKEN.findall(words)))


def check_brackets(phrase: str) -> None:
    """Raise PhraseError where a bracket is not closed, or holds nothing."""
    closing = {"[": "]", "(": ")"}
    depth: list[str] = []
    for sign in re.findall(r"[\[\]()|]", phrase):
        if sign in closing:
            depth.append(closing[sign])
        elif sign == "|" and depth[-1:] != [")"]:
            raise PhraseError("has a | outside (...); write (this|that)")
        elif sign in "])" and (not depth or depth.pop() != sign):
            raise PhraseError(f"has a {sign} that closes nothing; take it out")
    if depth:
        raise PhraseError(f"lacks a {depth[-1]}; add it")
    if empty := re.search(r"\[\s*\]|[(|]\s*[|)]", phrase):
        raise PhraseError(f"has an empty {empty[0]}; write words between")


def attach_spaces(phrase: str) -> str:
    """Return a phrase whose words that may be missing, in [], hold the space beside them too."""
    for pattern, with_space in ((OPTIONAL_FIRST, r"[\1 ]"), (OPTIONAL_LATER, r"[ \1]")):
        while (attached := pattern.sub(with_space, phrase)) != phrase:
            phrase = attached
    return phrase


def translate_token(token: str) -> str:
    """Return the expression of one sign or run of letters of a phrase."""
    if token.strip() == "...":
        return GAP
    if token in "[(":
        return "(?:"
    return WRITTEN.get(token) or {"]": ")?", ")": ")", "|": "|"}.get(token) or re.escape(token)
