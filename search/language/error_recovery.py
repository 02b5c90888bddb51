"""Error recovery: drop the tokens of a query that make no sense where they stand, and name each.

What is left always parses: brackets have partners, operators have operands, and each field name
has a value right after it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec.structs import replace

from search.language.fields import FIELD_OF, FIELDS
from search.language.lexer import Token
from search.model import Diagnostic, Span

MAX_DEPTH = 20  # of brackets within brackets
MAX_EXPANDED = 24  # stars and tildes of a query: each takes as long as a dozen words

ALWAYS_FIT = frozenset({"word", "phrase", "prefix", "fuzzy", "everything", "end"})
EXPANDED = frozenset({"prefix", "fuzzy", "everything"})
ENDINGS = frozenset({"close", "end"})
NEGATIONS = frozenset({"NOT", "minus"})
OPERATORS = NEGATIONS | {"AND", "OR"}
VALUES = frozenset({"word", "phrase", "open"})  # the kinds of token that can follow a field name

MESSAGES = {
    "unclosed-quote": (
        "This quotation mark has no partner; what follows was searched as plain words."
    ),
    "empty-quotes": "There are no words between these quotes.",
    "too-many": (
        f"Only the first {MAX_EXPANDED} words with a star or tilde were searched; those from here "
        "on were left out."
    ),
    "stray-bracket": "This bracket has no partner, or is nested too deep; it was left out.",
    "empty-brackets": "There is nothing in these brackets.",
    "dangling-operator": "“{0}” has nothing to join here; it was left out.",
    "missing-value": "“{0}:” needs a value right after the colon; it was left out.",
    "unknown-field": (
        f"There is no field “{{0}}”: searched as a word. Fields are {', '.join(FIELDS)}."
    ),
}


def recover(text: str, tokens: list[Token]) -> tuple[list[Token], list[Diagnostic]]:
    """Return the tokens of a text that make sense, and a diagnostic for each other, by place."""
    diagnostics: list[Diagnostic] = []
    kinds = {token.kind for token in tokens}
    if kinds <= ALWAYS_FIT and (len(tokens) <= MAX_EXPANDED or kinds.isdisjoint(EXPANDED)):
        return tokens, diagnostics
    for concerned, step in STEPS:
        if not concerned.isdisjoint(kinds):
            tokens = step(text, tokens, diagnostics)
    return tokens, sorted(diagnostics, key=lambda problem: (problem.span.start, problem.kind))


def drop_expanded(text: str, tokens: list[Token], diagnostics: list[Diagnostic]) -> list[Token]:
    """Drop the words with a star or tilde, and the stars alone, that are more than MAX_EXPANDED,
    each with the operators before it.
    """
    dropped = [token for token in tokens if token.kind in EXPANDED][MAX_EXPANDED:]
    if not dropped:
        return tokens
    diagnostics.append(diagnostic("too-many", text, dropped[0].span))
    kept: list[Token] = []
    for token in tokens:
        if token.kind in EXPANDED and token.start >= dropped[0].start:
            while kept and kept[-1].kind in OPERATORS:
                kept.pop()
        else:
            kept.append(token)
    return kept


def drop_quotes(text: str, tokens: list[Token], diagnostics: list[Diagnostic]) -> list[Token]:
    """Drop the quotation marks without a partner, and the quotes without words."""
    kept = []
    for token in tokens:
        if token.kind == "stray_quote":
            diagnostics.append(diagnostic("unclosed-quote", text, token.span))
        elif token.kind == "empty_quotes":
            diagnostics.append(diagnostic("empty-quotes", text, token.span))
        else:
            kept.append(token)
    return kept


def drop_brackets(text: str, tokens: list[Token], diagnostics: list[Diagnostic]) -> list[Token]:
    """Drop the brackets without a partner, and those nested too deep to mean anything."""
    opened: list[Token] = []
    paired: set[int] = set()  # where the brackets stand that are kept
    for token in tokens:
        if token.kind == "open":
            opened.append(token)
        elif token.kind == "close" and opened:
            opening = opened.pop()
            if len(opened) < MAX_DEPTH:
                paired |= {opening.start, token.start}
    kept = []
    for token in tokens:
        if token.kind not in ("open", "close") or token.start in paired:
            kept.append(token)
        else:
            diagnostics.append(diagnostic("stray-bracket", text, token.span))
    return kept


def drop_fields(text: str, tokens: list[Token], diagnostics: list[Diagnostic]) -> list[Token]:
    """Drop the field names without a value; make words of those that name no field."""
    kept = []
    for token, after in zip(tokens, [*tokens[1:], tokens[-1]], strict=True):
        if token.kind != "field":
            kept.append(token)
            continue
        dropped = text[token.end : after.start]
        has_value = after.kind in VALUES and " " not in dropped and ")" not in dropped
        if text[token.start : token.end - 1] not in FIELD_OF:
            kept.append(replace(token, kind="word"))
            if has_value or dropped.startswith("("):
                diagnostics.append(diagnostic("unknown-field", text, token.span))
        elif has_value:
            kept.append(token)
        else:
            diagnostics.append(diagnostic("missing-value", text, token.span))
    return kept


def drop_idle_operators(
    text: str, tokens: list[Token], diagnostics: list[Diagnostic]
) -> list[Token]:
    """Drop the operators that lack an operand. Brackets with nothing between them are not an
    operand; they are dropped too.
    """
    kept: list[Token] = []
    for token in tokens:
        if token.kind in OPERATORS:
            if can_follow(token.kind, kept[-1].kind if kept else "open"):
                kept.append(token)
            else:
                diagnostics.append(diagnostic("dangling-operator", text, token.span))
            continue
        if token.kind in ENDINGS:
            while kept and kept[-1].kind in OPERATORS:
                diagnostics.append(diagnostic("dangling-operator", text, kept.pop().span))
        if token.kind == "close" and kept[-1].kind == "open":
            span = Span(kept.pop().start, token.end)
            diagnostics.append(diagnostic("empty-brackets", text, span))
            if kept and kept[-1].kind == "field":
                kept.pop()
        else:
            kept.append(token)
    return kept


def can_follow(operator: str, kind: str) -> bool:
    """Return whether an operator can stand after a token of a kind."""
    if operator in NEGATIONS:
        return kind not in NEGATIONS
    return kind not in OPERATORS and kind != "open"


def diagnostic(kind: str, text: str, span: Span) -> Diagnostic:
    """Return the diagnostic of a kind for a part of the text."""
    message = MESSAGES[kind].format(text[span.start : span.end].removesuffix(":"))
    return Diagnostic(kind, span, message)


Step: TypeAlias = Callable[[str, list[Token], list[Diagnostic]], list[Token]]

STEPS: tuple[tuple[frozenset[str], Step], ...] = (
    (EXPANDED, drop_expanded),
    (frozenset({"stray_quote", "empty_quotes"}), drop_quotes),
    (frozenset({"open", "close"}), drop_brackets),
    (frozenset({"field"}), drop_fields),
    (OPERATORS | {"open"}, drop_idle_operators),
)
"""The kinds of token that each step looks at; a later step relies on what earlier ones left."""
