"""Queries without brackets and fields, read in one pass to the nodes that Whoosh's parser gives.

Most queries are words, some join them by OR, leave some out, quote a phrase or end in a star. What
is none of this, or has something to mend, is for the parser (`search.language.grammar`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from search.language.grammar import SIGNS, STARRED, Node, Not, Or, Phrase, Prefix, Word

HINTS = re.compile(r'["()*~:ANO-]')  # a text with none of these letters has no sign
PIECE = re.compile(
    r"""\s*(?P<minus>-(?=[\w"]))?(?:"""
    r"""(?P<word>[^\s"()*:~]+)"""
    r"""|"(?P<phrase>(?:[^"\w]|_)*[^\W_][^"]*)"(?:~(?P<slop>[1-9][0-9]?))?"""
    rf"""|(?P<prefix>{STARRED})[*])(?=\s|$)"""
)
OPERATORS = ("AND", "OR", "NOT")

Piece: TypeAlias = "Node | str"
"""A node, or the OR or NOT before it."""


def read(text: str) -> list[Node] | None:
    """Return the nodes of a flat text under their operators, None where it is none."""
    if not HINTS.search(text) or not SIGNS.search(text):
        return [Word(text).set_range(0, len(text))] if text else []
    found = pieces(text)
    return None if found is None else joined(found)


def pieces(text: str) -> list[Piece] | None:
    """Return the pieces of a text in order, None where something stands between them."""
    found: list[Piece] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        piece = PIECE.match(text, at)
        if piece is None:
            return None
        at = piece.end()
        word = piece["word"]
        if piece["minus"]:
            found.append("NOT")
        if word not in OPERATORS:
            found.append(word_node(piece) if word else other_node(piece))
        elif piece["minus"] or word == "AND":
            return None
        else:
            found.append(word)
    return found


def word_node(piece: re.Match[str]) -> Node:
    """Return the node of a word."""
    return Word(piece["word"]).set_range(*piece.span("word"))


def other_node(piece: re.Match[str]) -> Node:
    """Return the node of a phrase or prefix."""
    if piece["prefix"]:
        start, end = piece.span("prefix")
        return Prefix(piece["prefix"]).set_range(start, end + 1)
    start = piece.start("phrase")
    return Phrase(piece["phrase"], start, int(piece["slop"] or 1)).set_range(start - 1, piece.end())


def joined(pieces: Iterable[Piece]) -> list[Node] | None:
    """Return the nodes, each under its operators; None where one has nothing to work on."""
    found: list[Node] = []
    negated = alternative = False
    for piece in pieces:
        if piece == "NOT":
            if negated:
                return None
            negated = True
        elif piece == "OR":
            if negated or alternative or not found:
                return None
            alternative = True
        else:
            node = Not([piece]) if negated else piece
            found.append(either(found.pop(), node) if alternative else node)
            negated = alternative = False
    return None if negated or alternative else found


def either(left: Node, right: Node) -> Node:
    """Return an OR of two nodes; one that is an OR already takes in another alternative."""
    if not isinstance(left, Or):
        return Or([left, right])
    left.append(right)
    return left
