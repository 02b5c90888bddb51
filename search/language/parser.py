"""What a person typed, understood: its clauses, and what could not be taken."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import msgspec
from msgspec.structs import replace
from whoosh import query

from index.analysis import split, stem, terms
from search.language import flat, grammar
from search.language.clauses import Clause, ParsedQuery, required
from search.language.cut import whole
from search.language.fields import Values, Wrong, condition
from search.language.grammar import Node
from search.language.mend import mended
from search.language.negation import negation
from search.language.vocabulary import Form, Vocabulary, function_words, widened
from search.model import Diagnostic, Span

LONGEST = 2000
SHORTEST_PREFIX = 2
MOST_SAID = 20  # a person reads no more complaints than that

Typed = tuple[str, str, int, int]  # a word's letters, its stem, and where it starts and ends

_SAME_LENGTH = str.maketrans("“”„«»", '"""""')


def parse(
    text: str, values: Values | None = None, vocabulary: Vocabulary | None = None
) -> ParsedQuery:
    """Return `text` understood, its words widened by the vocabulary, if any.

    `values` are the names in the collection, see `search.language.fields`.
    """
    typed = _tidy(text)
    nodes, diagnostics = _nodes(typed[:LONGEST])
    if len(typed) > LONGEST:
        message = f"Only the first {LONGEST} characters were searched."
        diagnostics.append(Diagnostic("too-long", Span(LONGEST, len(typed)), message))
    reading = Reading(typed, values or {}, vocabulary, diagnostics)
    clauses = tuple(reading.clauses(nodes))
    return ParsedQuery(text, required(clauses), tuple(diagnostics[:MOST_SAID]))


def _nodes(text: str) -> tuple[Iterable[Node], list[Diagnostic]]:
    """Return the nodes of a text under their operators, and what had to be left out."""
    read = flat.read(text)
    if read is not None:
        return read, []
    parser = grammar.parser()
    nodes, diagnostics = mended(parser.tag(text))
    return parser.filterize(parser.group(nodes)), diagnostics


def _tidy(text: str) -> str:
    """Return text of the same length with plain quotation marks and no control characters."""
    if text.isascii() and text.isprintable():
        return text
    plain = text.translate(_SAME_LENGTH)
    if plain.isprintable():
        return plain
    return "".join(sign if sign.isprintable() else " " for sign in plain)


class Reading(msgspec.Struct, frozen=True):
    """The way from Whoosh's syntax nodes to clauses; adds to `diagnostics`."""

    typed: str
    values: Values
    vocabulary: Vocabulary | None
    diagnostics: list[Diagnostic]

    def clauses(self, nodes: Iterable[Node]) -> list[Clause]:
        """Return the clauses of nodes that must all hold."""
        found: list[Clause] = []
        run: list[Node] = []
        for node in nodes:
            if _is_plain(node):
                run.append(node)
                continue
            if run:
                found += self._words(run)
                run = []
            found += self._other(node)
        return found + self._words(run) if run else found

    def _words(self, run: list[Node]) -> list[Clause]:
        """Return the clauses of words side by side, which may be known together."""
        said = [one for node in run for one in _said(node)]
        if self.vocabulary is None:
            return [self._plain(said, at) for at in range(len(said))]
        keys = [one for node in run for one in self.vocabulary.keys(node.text)]
        found, at = [], 0
        while at < len(said):
            size, forms = self.vocabulary.longest(keys, at)
            known = self._known(said[at : at + size], forms) if forms else self._plain(said, at)
            found.append(known)
            at += size
        return found

    def _plain(self, said: list[Typed], at: int) -> Clause:
        """Return the clause for the word at a place, which may deny those after it."""
        word, one, start, end = said[at]
        node, span = query.Term("text", one), Span(start, end)
        if word not in function_words():
            return Clause("word", self.typed[start:end], span, node)
        denied = negation(word, (after for after, *_ in islice(said, at + 1, None)))
        node = query.Or([node, denied]) if denied else node
        return Clause("word", self._at(span), span, node, helps=True)

    def _known(self, said: list[Typed], forms: tuple[Form, ...]) -> Clause:
        """Return the clause for a word, or several, that the vocabulary knows."""
        span = Span(said[0][2], said[-1][3])
        stems = [one for _, one, _, _ in said]
        required = [one for word, one, _, _ in said if word not in function_words()]
        node = widened(stems, required or stems, forms)
        return Clause("word", self._at(span), span, node, also=tuple(one.text for one in forms))

    def _other(self, node: Node) -> list[Clause]:
        if isinstance(node, grammar.Not):
            return self._joined("not", node)
        if isinstance(node, grammar.Or):
            return self._joined("either", node)
        if isinstance(node, grammar.Group):
            return self.clauses(node)
        if isinstance(node, grammar.Everything):
            return [self._clause("everything", node, query.Every())]
        return self._field(node) if node.fieldname else READ[type(node)](self, node)

    def _joined(self, kind: str, node: Node) -> list[Clause]:
        """Return one clause for what stands under an OR or a NOT, none where that is nothing."""
        parts = [self.clauses([child]) for child in node]
        queries = [_together(part) for part in parts if part]
        if not queries:
            return []
        span = whole(self.typed, _start(node), _end(node), kind == "not")
        found = query.Not(queries[0]) if kind == "not" else query.Or(queries)
        also = tuple([more for part in parts for one in part for more in one.also])
        return [Clause(kind, self._at(span), span, found, also=() if kind == "not" else also)]

    def _field(self, node: Node) -> list[Clause]:
        found = condition(node.fieldname, node.text, self.values)
        clause = self._clause("field", node, query.NullQuery)
        if not isinstance(found, Wrong):
            return [replace(clause, query=found)]
        message = f"{found.message} It was left out."
        self.diagnostics.append(Diagnostic(found.kind, clause.span, message))
        return []

    def _phrase(self, node: Node) -> list[Clause]:
        said = terms(node.text)
        if not said:
            return []
        one = len(said) == 1
        found = _exact(said)[0] if one else query.Phrase("exact", said, slop=node.slop)
        return [self._clause("phrase", node, found)]

    def _prefix(self, node: Node) -> list[Clause]:
        *before, last = terms(node.text) or [""]
        if len(last) >= SHORTEST_PREFIX:
            start = query.Prefix("exact", last)
            return [self._clause("prefix", node, _all([*_exact(before), start]))]
        message = f"A star needs at least {SHORTEST_PREFIX} letters before it; it was left out."
        span = Span(node.startchar, node.endchar)
        self.diagnostics.append(Diagnostic("too-short", span, message))
        return []

    def _nearly(self, node: Node) -> list[Clause]:
        *before, last = terms(node.text) or [""]
        near = query.FuzzyTerm("exact", last, maxdist=1, prefixlength=1)
        return [self._clause("nearly", node, _all([*_exact(before), near]))]

    def _clause(self, kind: str, node: Node, found: query.Query) -> Clause:
        span = Span(node.startchar, node.endchar)
        return Clause(kind, self._at(span), span, found)

    def _at(self, span: Span) -> str:
        return self.typed[span.start : span.end]


def _start(node: Node) -> int:
    return _start(node[0]) if isinstance(node, grammar.Group) else int(node.startchar)


def _end(node: Node) -> int:
    return _end(node[-1]) if isinstance(node, grammar.Group) else int(node.endchar)


def _together(clauses: list[Clause]) -> query.Query:
    """Return the node for one clause or more that must all hold."""
    first, *others = clauses
    if not others and first.kind != "not":
        return first.query
    return ParsedQuery("", required(tuple(clauses)), ()).query()


def _said(node: Node) -> list[Typed]:
    """Return the words of a node as they are typed."""
    found, edges = split(node.text)
    at = int(node.startchar)
    return [
        (word, stem(word), at + start, at + end)
        for word, start, end in zip(found, edges[::2], edges[1::2], strict=False)
    ]


def _is_plain(node: Node) -> bool:
    return isinstance(node, grammar.Word) and node.fieldname is None


def _exact(said: list[str]) -> list[query.Query]:
    return [query.Term("exact", word) for word in said]


def _all(found: list[query.Query]) -> query.Query:
    return found[0] if len(found) == 1 else query.And(found)


READ = {
    grammar.Phrase: Reading._phrase,
    grammar.Prefix: Reading._prefix,
    grammar.Nearly: Reading._nearly,
}
