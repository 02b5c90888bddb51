"""Make clauses of the operands of a query: words, phrases, prefixes, fuzzy words, field values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

import msgspec
from msgspec.structs import replace

from index.analysis import terms
from search.language.clauses import Clause
from search.language.fields import FieldProblem, Names, absence, resolve
from search.language.forms.compounds import (
    Compound,
    Compounds,
    forms_node,
    join_forms,
    single_word,
    units_of,
    wording_node,
)
from search.language.forms.numbers import Parts
from search.language.forms.spellings import stems_of_words
from search.language.forms.typed import TypedWord, typed_words
from search.language.function_words import function_words
from search.language.lexer import Token, operand_text
from search.language.negation import negation
from search.language.nodes import And, Every, FuzzyTerm, Or, Phrase, Prefix, Query, Term
from search.language.understanding.questions import asking_words
from search.language.vocabulary import Match, Vocabulary, widen
from search.model import Diagnostic, Span

MIN_PREFIX_LETTERS = 2
NO_MATCH = Match()


class Operands(msgspec.Struct, frozen=True):
    """Makes clauses of the operands of one query; reports in `diagnostics` what it leaves out.

    A wording of the vocabulary is one clause, which finds the others of its group where `widen`.
    """

    text: str
    names: Names
    vocabulary: Vocabulary | None
    compounds: Compounds | None
    widen: bool
    diagnostics: list[Diagnostic]

    def word(self, token: Token) -> list[Clause]:
        """Return the clauses of a token of words."""
        return self.words([token])

    def words(self, tokens: Sequence[Token]) -> list[Clause]:
        """Return the clauses of words side by side, of which several may be one wording of the
        vocabulary.
        """
        typed = [
            word for token in tokens for word in typed_words(self.text, token.start, token.end)
        ]
        asking = self._asking_words(tokens, typed)
        compounds = [self._find_compound(typed, at) for at in range(len(typed))]
        match_at = self._matcher(tokens, compounds)
        clauses, at = [], 0
        while at < len(typed):
            match, compound = match_at(at), compounds[at]
            size = match.size if match.others else 1
            if compound and compound.size > size:
                match, size = NO_MATCH, compound.size
            if asking and asking.issuperset(range(at, at + size)):
                match, compound, size = NO_MATCH, None, 1
            if match.others:
                clauses.append(
                    self._wording(typed[at : at + size], compounds[at : at + size], match)
                )
            elif compound and at not in asking:
                clauses.append(self._compound(typed[at : at + size], compound))
            else:
                clauses.append(self._word(typed, at, at in asking))
                size = 1
            at += size
        return clauses

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

    def _matcher(
        self, tokens: Sequence[Token], compounds: Sequence[Compound | None]
    ) -> Callable[[int], Match]:
        """Return what finds the wording of the vocabulary that begins at a place, in any form."""
        vocabulary = self.vocabulary
        if not vocabulary:
            return lambda at: NO_MATCH
        keys: list[str] = []
        for token in tokens:
            keys += vocabulary.keys(self.text[token.start : token.end])
        forms = {
            at: [(stems_of_words(form), compound.size) for form in compound.forms]
            for at, compound in enumerate(compounds)
            if compound
        }
        return lambda at: vocabulary.longest_match(keys, at, forms)

    def _wording(
        self, typed: Sequence[TypedWord], compounds: Sequence[Compound | None], match: Match
    ) -> Clause:
        """Return the clause of words that the vocabulary has other wordings for: the same one,
        whichever form of them was typed.
        """
        forms = join_forms(typed_units(typed, compounds))
        as_typed = forms_node(forms)
        units = units_of(match.texts[0], self.compounds)
        content = [unit for unit in units if not unit.is_function_word]
        is_one_word = len(units) == 1 and not units[0].apart
        parts = (as_typed,) if is_one_word else tuple([unit.node for unit in content])
        clause = self._clause_of(typed, as_typed, forms)
        if self.widen:
            others = [
                wording_node(other.text, other.weight, self.compounds) for other in match.others
            ]
            also = tuple([other.text for other in match.others])
            node = widen(parts or [as_typed], as_typed, others)
            clause = replace(clause, query=node, also=also, typed=as_typed)
        return replace(clause, parts=parts, helps=not content)

    def _compound(self, typed: Sequence[TypedWord], compound: Compound) -> Clause:
        """Return the clause of a compound."""
        return self._clause_of(typed, compound.node, compound.forms)

    def _clause_of(self, typed: Sequence[TypedWord], node: Query, forms: Sequence[Parts]) -> Clause:
        """Return the clause that a node answers, which finds words in some forms."""
        clause = self.clause("word", Span(typed[0][2], typed[-1][3]), node)
        texts = tuple([" ".join(form) for form in forms])
        return replace(clause, forms=texts if len(texts) > 1 else ())


def typed_units(
    typed: Sequence[TypedWord], compounds: Sequence[Compound | None]
) -> Iterator[Compound]:
    """Yield the words of a query, those that are one as the compound that begins there."""
    at = 0
    while at < len(typed):
        compound = compounds[at]
        if compound is None or at + compound.size > len(typed):
            compound = single_word(typed[at][0])
        yield compound
        at += compound.size


def _exactly(words: Sequence[str], last: Query) -> Query:
    """Return the node for a hyphenated word, of which all parts but the last are as written."""
    return And([*(Term("exact", word) for word in words), last]) if words else last


def _nearly(word: str) -> Query:
    """Return the node for what is spelt like a word with one slip."""
    return FuzzyTerm("exact", word, maxdist=1, prefixlength=1)
