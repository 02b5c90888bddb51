"""Make clauses of the operands of a query: words, phrases, prefixes, fuzzy words, field values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import msgspec
from msgspec.structs import replace

from index.analysis import split, stem, terms
from search.language.clauses import Clause
from search.language.fields import FieldProblem, Names, absence, resolve
from search.language.forms.compounds import Compound, Compounds, with_forms
from search.language.forms.typed import TypedWord
from search.language.function_words import function_words
from search.language.lexer import Token, operand_text
from search.language.negation import negation
from search.language.nodes import And, Every, FuzzyTerm, Or, Phrase, Prefix, Query, Term
from search.language.phrases import phrase_node
from search.language.understanding.questions import asking_words
from search.language.vocabulary import Vocabulary, Wording, widen, wording_node
from search.model import Diagnostic, Span

MIN_PREFIX_LETTERS = 2
UNIT_WEIGHT = 2.0  # of a wording of the vocabulary, beside the words that it is made of


class Operands(msgspec.Struct, frozen=True):
    """Makes clauses of the operands of one query; reports in `diagnostics` what it leaves out.

    A wording of the vocabulary is one clause, which finds the others of its group where `widen`.
    One that has none is as many clauses as words, and its phrase is one of the `units`. Where
    `together`, all words side by side are one clause, of a phrase.
    """

    text: str
    names: Names
    vocabulary: Vocabulary | None
    compounds: Compounds | None
    widen: bool
    together: bool
    diagnostics: list[Diagnostic]
    units: list[Query]

    def word(self, token: Token) -> list[Clause]:
        """Return the clauses of a token of words."""
        return self.words([token])

    def words(self, tokens: Sequence[Token]) -> list[Clause]:
        """Return the clauses of words side by side, of which several may be one wording of the
        vocabulary.
        """
        typed = [word for token in tokens for word in self._typed_words(token)]
        stems = [stemmed for _, stemmed, _, _ in typed]
        asking = frozenset() if self.together else self._asking_words(tokens, typed)
        keys: list[str] = []
        if self.vocabulary:
            for token in tokens:
                keys += self.vocabulary.keys(self.text[token.start : token.end])
        clauses, at = [], 0
        while at < len(typed):
            size, others = self.vocabulary.longest_match(keys, at) if self.vocabulary else (1, ())
            is_asking = at in asking and asking.issuperset(
                range(at, at + size if others else at + 1)
            )
            compound = None if is_asking else self._find_compound(typed, at)
            if compound and (compound.size >= size or not others):
                at_once = typed[at : at + compound.size]
                clauses.append(
                    self._compound(at_once, compound, others if compound.size == size else ())
                )
                size = compound.size
            elif others and not is_asking:
                clauses.append(self._wording(typed[at : at + size], others))
            else:
                clauses.append(self._word(typed, at, is_asking))
                size = 1
            self._add_unit(stems, at, size)
            at += size
        return [self._phrase_of(clauses)] if self.together and len(clauses) > 1 else clauses

    def _phrase_of(self, clauses: Sequence[Clause]) -> Clause:
        """Return the one clause of words as a phrase, function words included."""
        span = Span(clauses[0].span.start, clauses[-1].span.end)
        return self.clause("together", span, phrase_node(clauses))

    def _add_unit(self, stems: Sequence[str], at: int, size: int) -> None:
        """Note the wording of the vocabulary that begins at a place, if it is longer than the
        clause of `size` words there.
        """
        longer = self.vocabulary.unit_size(stems, at) if self.vocabulary else 1
        if longer > size:
            self.units.append(Phrase("text", list(stems[at : at + longer]), boost=UNIT_WEIGHT))

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
        """Return the clause of the words in quotes, with the gap that they allow, if any."""
        typed = self.text[token.start : token.end]
        quoted, _, gap = typed.rpartition('"')
        words = terms(quoted)
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
        """Return the clause of a word that ends in a tilde."""
        typed = self.text[token.start : token.end]
        *before, last = terms(operand_text(self.text, token)) or [""]
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

    def _typed_words(self, token: Token) -> list[TypedWord]:
        """Return the words of a token, with their places in the query."""
        words, edges = split(self.text[token.start : token.end])
        if token.start:
            edges = [edge + token.start for edge in edges]
        return list(zip(words, map(stem, words), edges[::2], edges[1::2], strict=False))

    def _asking_words(self, tokens: Sequence[Token], typed: Sequence[TypedWord]) -> frozenset[int]:
        """Return the places of the typed words that only ask, where the query begins with them."""
        if not typed or self.text[: tokens[0].start].strip():
            return frozenset()
        more_follows = bool(self.text[tokens[-1].end :].strip())
        return asking_words([word for word, *_ in typed], more_follows)

    def _word(self, typed: Sequence[TypedWord], at: int, is_asking: bool) -> Clause:
        """Return the clause of the word at a place, which may negate one of those after it."""
        word, stemmed, start, end = typed[at]
        node = Term("text", stemmed)
        if word not in function_words():
            return Clause("word", self.text[start:end], Span(start, end), node, helps=is_asking)
        negated = negation(word, (after for after, *_ in islice(typed, at + 1, None)))
        node = Or([node, negated]) if negated else node
        return Clause("word", self.text[start:end], Span(start, end), node, helps=True)

    def _find_compound(self, typed: Sequence[TypedWord], at: int) -> Compound | None:
        """Return the compound that begins at a place, None where none does."""
        return self.compounds.find(self.text, typed, at) if self.compounds else None

    def _wording(self, typed: Sequence[TypedWord], others: tuple[Wording, ...]) -> Clause:
        """Return the clause of one or more words that the vocabulary has `others` for."""
        stems = [stemmed for _, stemmed, _, _ in typed]
        content = [stemmed for word, stemmed, _, _ in typed if word not in function_words()]
        is_everyday = self.vocabulary is None or self.vocabulary.unit_size(stems, 0) < len(stems)
        node = widen(stems, content or stems, others, is_everyday)
        clause = self._widened(typed, wording_node(stems), node, others)
        parts = tuple([Term("text", stemmed) for stemmed in content])
        is_apart = is_everyday and len(content) > 1 and self.widen
        return replace(clause, parts=parts, helps=not content, is_apart=is_apart)

    def _compound(
        self, typed: Sequence[TypedWord], compound: Compound, others: tuple[Wording, ...]
    ) -> Clause:
        """Return the clause of a compound, for which the vocabulary may have `others`."""
        if not others:
            return self.clause("word", Span(typed[0][2], typed[-1][3]), compound.node)
        stems = [stemmed for _, stemmed, _, _ in typed]
        together = replace(compound, apart=())
        node = with_forms(widen(stems, stems, others), together)
        clause = self._widened(typed, together.node, node, others)
        return replace(clause, parts=(together.node,))

    def _widened(
        self,
        typed: Sequence[TypedWord],
        as_typed: Query,
        node: Query,
        others: tuple[Wording, ...],
    ) -> Clause:
        """Return the clause of words that `node` finds in other wordings too, which it does only
        where queries are widened.
        """
        span = Span(typed[0][2], typed[-1][3])
        if not self.widen:
            return self.clause("word", span, as_typed)
        also = tuple([wording.text for wording in others])
        return self.clause("word", span, node, also, as_typed)


def _exactly(words: Sequence[str], last: Query) -> Query:
    """Return the node for a hyphenated word, of which all parts but the last are as written."""
    return And([*(Term("exact", word) for word in words), last]) if words else last


def _nearly(word: str) -> Query:
    """Return the node for what is spelt like a word with one slip."""
    return FuzzyTerm("exact", word, maxdist=1, prefixlength=1)
