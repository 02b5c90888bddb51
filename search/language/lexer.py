"""Split a typed query into tokens: words, phrases, brackets, operators, field names, stars."""

from __future__ import annotations

import re

import msgspec

from corpus.characters import APOSTROPHES, INVISIBLE, TYPOGRAPHY
from index.analysis import COMBINING_MARKS
from search.model import Span

# The word before a star or tilde. Its length is bounded: a long run of such letters would otherwise
# be scanned to its end from each place in it.
STARRED = rf"\w[\w'’{INVISIBLE}{COMBINING_MARKS}-]{{0,99}}"
BOUNDARY = r"(?![^ )])"  # a space, a closing bracket or the end of the text follows
FIELD_NAME = r"[A-Za-z]\w*(?:-\w+)?:"  # report-grade: is report_grade:
SUFFIXED = rf"{FIELD_NAME}|{STARRED}(?:\*|~1?){BOUNDARY}"

TOKEN = re.compile(
    rf"""
    [ ]*(?:
      (?P<open>\()
    | (?P<close>\))
    | (?<![^ (])(?P<minus>-)(?=[\w"(])
    | (?<![^ ()])(?:(?P<AND>AND)|(?P<OR>OR)|(?P<NOT>NOT))(?![^ ()])
    | (?P<empty_quotes>"(?:[^"\w]|_)*"(?:~[1-9][0-9]?)?)
    | (?P<phrase>"[^"]*"(?:~[1-9][0-9]?)?)
    | (?P<stray_quote>")
    | (?<![^ (])(?P<everything>\*(?::\*)?){BOUNDARY}
    | (?<!\w)(?P<prefix>{STARRED}\*){BOUNDARY}
    | (?<!\w)(?P<fuzzy>{STARRED}~1?){BOUNDARY}
    | (?<!\w)(?P<field>{FIELD_NAME})
      # The rest is a word; after a character such as a slash, a prefix or field may begin in it.
    | (?P<word>(?:\w+|(?=[^ "()\w]))(?:[^ "()\w]+(?:(?!{SUFFIXED})\w+)?)*)
    )""",
    re.VERBOSE,
)
# A text in which one of these finds nothing is words alone. The first is the faster.
HINTS = re.compile(r'["()*~:ANO-]')
SIGNS = re.compile(r'["()*~:]|(?<![^ ])-|AND|OR|NOT')
# Apostrophes stay as typed: they are no sign.
SIGNS_WITHOUT_TYPOGRAPHY = {
    code: sign for code, sign in TYPOGRAPHY.items() if chr(code) not in APOSTROPHES
}
UNSEEN = re.compile(f"[{INVISIBLE}]")


class Token(msgspec.Struct, frozen=True, gc=False):
    """One sign or operand of a query: the characters from `start` up to but not including `end`.

    `kind` is the name of a group of TOKEN, or end. A token of kind word may hold several words:
    of `multi-agency` two.
    """

    kind: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The characters as a Span."""
        return Span(self.start, self.end)


def tokenize(text: str) -> list[Token]:
    """Return the tokens of a normalized text in order, with only spaces between them, and one of
    kind end.
    """
    end = Token("end", len(text), len(text))
    if not HINTS.search(text) or not SIGNS.search(text):
        return [Token("word", 0, len(text)), end] if text else [end]
    tokens = [
        Token(kind, match.start(kind), match.end())
        for match in TOKEN.finditer(text)
        if (kind := match.lastgroup)
    ]
    return [*tokens, end]


def operand_text(text: str, token: Token) -> str:
    """Return the text of an operand without its quotation marks, star or tilde."""
    typed = text[token.start : token.end]
    if token.kind == "phrase":
        return typed[1 : typed.rindex('"')]
    if token.kind == "prefix":
        return typed[:-1]
    return typed.rpartition("~")[0] if token.kind == "fuzzy" else typed


def normalize(text: str) -> str:
    """Return a text of the same length: straight quotation marks and hyphens, plain letters and
    signs for full-width ones, and a space for each control character and other kind of space. What
    is invisible stays: it parts no words.
    """
    if text.isascii() and text.isprintable():
        return text
    straight = text.translate(SIGNS_WITHOUT_TYPOGRAPHY)
    if straight.isprintable():
        return straight
    return "".join(
        character if character.isprintable() or UNSEEN.match(character) else " "
        for character in straight
    )
