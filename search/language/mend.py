"""What cannot be understood in a query: taken out of the flat nodes, and said, at its place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from search.language import grammar
from search.language.fields import FIELDS
from search.language.grammar import Node
from search.model import Diagnostic, Span

DEEPEST = 20


def mended(nodes: Iterable[Node]) -> tuple[list[Node], list[Diagnostic]]:
    """Return the nodes that can be understood, and a diagnostic for each that was left out."""
    found: list[Diagnostic] = []
    kept = _fields(_quotes(list(nodes), found), found)
    kept = _brackets(kept, found)
    while True:
        fewer = _operators(_hollow(kept, found), found)
        if len(fewer) == len(kept):
            return fewer, sorted(found, key=lambda one: (one.span.start, one.kind))
        kept = fewer


def diagnostic(kind: str, node: Node, message: str) -> Diagnostic:
    """Return the diagnostic that points at a node."""
    return Diagnostic(kind, Span(node.startchar, node.endchar), message)


def _quotes(nodes: list[Node], found: list[Diagnostic]) -> list[Node]:
    kept = []
    for node in nodes:
        if isinstance(node, grammar.StrayQuote):
            message = (
                "This quotation mark has no partner; what follows was searched as plain words."
            )
            found.append(diagnostic("unclosed-quote", node, message))
        elif isinstance(node, grammar.Phrase) and not any(map(str.isalnum, node.text)):
            found.append(
                diagnostic("empty-quotes", node, "There are no words between these quotes.")
            )
        else:
            kept.append(node)
    return kept


def _fields(nodes: list[Node], found: list[Diagnostic]) -> list[Node]:
    """Drop the field names that are none, or that nothing follows."""
    kept = []
    for node, after in zip_longest(nodes, nodes[1:]):
        if not isinstance(node, grammar.Field):
            kept.append(node)
        elif node.fieldname in FIELDS and _value(after):
            kept.append(node)
            if not isinstance(after, grammar.Open):  # a value's place begins at its field's name
                after.set_range(node.startchar, after.endchar)
        elif node.fieldname in FIELDS:
            message = f"“{node.fieldname}:” needs a value right after the colon; it was left out."
            found.append(diagnostic("missing-value", node, message))
        else:
            kept.append(_as_word(node))
            if _value(after):
                message = (
                    f"There is no field “{node.fieldname}”: searched as a word. "
                    f"Fields are {', '.join(FIELDS)}."
                )
                found.append(diagnostic("unknown-field", node, message))
    return kept


def _value(node: Node | None) -> bool:
    return isinstance(node, (grammar.Word, grammar.Phrase, grammar.Open))


def _as_word(field: Node) -> Node:
    return grammar.Word(field.fieldname).set_range(field.startchar, field.endchar)


def _brackets(nodes: list[Node], found: list[Diagnostic]) -> list[Node]:
    """Drop the brackets without a partner, and those nested too deep to mean anything."""
    opened: list[int] = []
    paired: set[int] = set()
    for place, node in enumerate(nodes):
        if isinstance(node, grammar.Open):
            opened.append(place)
        elif isinstance(node, grammar.Close) and opened:
            first = opened.pop()
            if len(opened) < DEEPEST:
                paired |= {first, place}
    kept = []
    for place, node in enumerate(nodes):
        if not isinstance(node, (grammar.Open, grammar.Close)) or place in paired:
            kept.append(node)
        else:
            message = "This bracket has no partner, or is nested too deep; it was left out."
            found.append(diagnostic("stray-bracket", node, message))
    return kept


def _hollow(nodes: list[Node], found: list[Diagnostic]) -> list[Node]:
    """Drop each pair of brackets with nothing between, and a field name left before it."""
    kept: list[Node] = []
    for node in nodes:
        before = _before(kept)
        if isinstance(node, grammar.Close) and isinstance(before, grammar.Open):
            while kept[-1] is not before:
                kept.pop()
            kept.pop()
            if kept and isinstance(kept[-1], grammar.Field):
                kept.pop()
            span = Span(before.startchar, node.endchar)
            found.append(Diagnostic("empty-brackets", span, "There is nothing in these brackets."))
        else:
            kept.append(node)
    return kept


def _operators(nodes: list[Node], found: list[Diagnostic]) -> list[Node]:
    """Drop the operators that lack something to work on."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, grammar.Close):
            _drop_trailing(kept, found)
        if isinstance(node, grammar.Operator) and not _joins(_before(kept), node):
            found.append(_dangling(node))
        else:
            kept.append(node)
    _drop_trailing(kept, found)
    return kept


def _joins(before: Node | None, operator: Node) -> bool:
    """Say whether an operator can stand after `before`."""
    if isinstance(operator, grammar.Infix):
        return before is not None and not isinstance(before, (grammar.Operator, grammar.Open))
    return not isinstance(before, grammar.Prefixed)


def _drop_trailing(kept: list[Node], found: list[Diagnostic]) -> None:
    while isinstance(last := _before(kept), grammar.Operator):
        while kept.pop() is not last:
            pass
        found.append(_dangling(last))


def _dangling(node: Node) -> Diagnostic:
    return diagnostic(
        "dangling-operator", node, f"“{node.text}” has nothing to join here; it was left out."
    )


def _before(nodes: list[Node]) -> Node | None:
    """Return the last node that is no space."""
    return next((node for node in reversed(nodes) if not node.is_ws()), None)
