"""Make clauses of the operands of a query: words, phrases, prefixes, fuzzy words, field values."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from index.analysis import terms
from search.language.clauses import Clause
from search.language.error_recovery import diagnostic
from search.language.fields import FieldProblem, Names, absence, resolve
from search.language.forms.compounds import Compounds
from search.language.forms.typed import typed_words
from search.language.lexer import Token, operand_text
from search.language.nodes import And, Every, FuzzyTerm, Or, Phrase, Prefix, Query, Term
from search.language.word_clauses import WordClauses
from search.model import Diagnostic, Span

MIN_PREFIX_LETTERS = 2


class Operands(msgspec.Struct, frozen=True):
    """Makes clauses of the operands of one query; reports in `diagnostics` what it leaves out.
    `word_clauses` makes those of words.
    """

    text: str
    names: Names
    compounds: Compounds | None
    diagnostics: list[Diagnostic]
    word_clauses: WordClauses

    def word(self, token: Token) -> list[Clause]:
        """Return the clauses of a token of words."""
        return self.word_clauses.of([token])

    def words(self, tokens: Sequence[Token]) -> list[Clause]:
        """Return the clauses of words side by side."""
        return self.word_clauses.of(tokens)

    def value(self, field: str, span: Span, token: Token) -> list[Clause]:
        """Return the clause of a value of a field; none where the field has no such value."""
        node = resolve(field, operand_text(self.text, token), self.names)
        if isinstance(node, FieldProblem):
            message = f"{node.message} It was left out."
            self.diagnostics.append(Diagnostic(node.kind, span, message))
            return []
        if problem := absence(node, self.names):
            self.diagnostics.append(Diagnostic(problem.kind, span, problem.message))
        return [self.clause("field", span, node)]

    def everything(self, token: Token) -> list[Clause]:
        """Return the clause of a star that stands alone."""
        return [self.clause("everything", token.span, Every())]

    def phrase(self, token: Token) -> list[Clause]:
        """Return the clause of the words in quotes, with the gap that they allow; none of signs."""
        typed = self.text[token.start : token.end]
        quoted, _, gap = typed.rpartition('"')
        words = [word for word, *_ in typed_words(quoted)]
        if not words:
            self.diagnostics.append(diagnostic("empty-quotes", self.text, token.span))
            return []
        if len(words) == 1:
            node = Term("exact", words[0])
        else:
            node = Phrase("exact", words, slop=int(gap[1:] or 1))
        return [Clause("phrase", typed, token.span, node)]

    def prefix(self, token: Token) -> list[Clause]:
        """Return the clause of a word that ends in a star; none where that is too short."""
        typed = self.text[token.start : token.end]
        *before, last = terms(typed) or [""]
        if len(last) >= MIN_PREFIX_LETTERS:
            node = self._in_all_forms(before, Prefix("exact", last), "".join([*before, last]))
            return [Clause("prefix", typed, token.span, node)]
        message = f"A star needs at least {MIN_PREFIX_LETTERS} letters before it; it was left out."
        self.diagnostics.append(Diagnostic("too-short", token.span, message))
        return []

    def fuzzy(self, token: Token) -> list[Clause]:
        """Return the clause of a word that ends in a tilde; none where there is only a sign."""
        typed = self.text[token.start : token.end]
        if not (words := terms(operand_text(self.text, token))):
            return []
        *before, last = words
        node = _exactly(before, _nearly(last))
        if before and self.compounds:
            node = Or([node, _nearly("".join([*before, last]))])
        return [Clause("nearly", typed, token.span, node)]

    def clause(
        self,
        kind: str,
        span: Span,
        node: Query,
        also: tuple[str, ...] = (),
        typed: Query | None = None,
    ) -> Clause:
        """Return the clause that a node answers, with the text at its place."""
        return Clause(kind, self.text[span.start : span.end], span, node, also=also, typed=typed)

    def _in_all_forms(self, before: Sequence[str], node: Query, start: str) -> Query:
        """Return the node of words that begin so, and of those that begin so in other forms."""
        nodes = [_exactly(before, node)]
        if self.compounds:
            nodes += [Prefix("exact", start)] if before else []
            nodes += self.compounds.prefixes(start)
        return Or(nodes) if len(nodes) > 1 else nodes[0]


def _exactly(words: Sequence[str], last: Query) -> Query:
    """Return the node for a hyphenated word, of which all parts but the last are as written."""
    return And([*(Term("exact", word) for word in words), last]) if words else last


def _nearly(word: str) -> Query:
    """Return the node for what is spelt like a word with one slip."""
    return FuzzyTerm("exact", word, maxdist=1, prefixlength=1)
