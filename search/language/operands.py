"""Make clauses of the operands of a query: words, phrases, prefixes, fuzzy words, field values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice, product

import msgspec
from msgspec.structs import replace

from index.analysis import terms
from search.language.clauses import Clause, Negation
from search.language.fields import FieldProblem, Names, absence, resolve
from search.language.forms.compounds import (
    MAX_PHRASES,
    Compound,
    Compounds,
    forms_node,
    join_forms,
    typed_units,
    units_of,
)
from search.language.forms.letters import letters_in_forms, other_node
from search.language.forms.numbers import Parts
from search.language.forms.spellings import stems_of_words
from search.language.forms.typed import TypedWord, typed_words
from search.language.function_words import function_words
from search.language.lexer import Token, operand_text
from search.language.negation import first_words, negation
from search.language.nodes import (
    And,
    Every,
    FuzzyTerm,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
)
from search.language.phrases import phrase_node
from search.language.understanding.questions import asking_words
from search.language.vocabulary import (
    NEARLY_TOGETHER,
    SCATTERED_WEIGHT,
    Match,
    Vocabulary,
    stems_of,
    widen,
)
from search.model import Diagnostic, Span

MIN_PREFIX_LETTERS = 2
NO_MATCH = Match()
UNIT_WEIGHT = 2.0  # of a wording of the vocabulary, beside the words that it is made of


class Operands(msgspec.Struct, frozen=True):
    """Makes clauses of the operands of one query; reports in `diagnostics` what it leaves out.

    A wording of the vocabulary is one clause, which finds the others of its group where `widen`.
    One that has none is as many clauses as words, and its phrase is one of the `units`. A negator
    only helps where `widen`. Where `together`, all words side by side are one clause, of a phrase.
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
        typed = [
            word for token in tokens for word in typed_words(self.text, token.start, token.end)
        ]
        stems = [stemmed for _, stemmed, _, _ in typed]
        asking = frozenset() if self.together else self._asking_words(tokens, typed)
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
                clauses.append(self._word(typed, compounds, at, at in asking))
                size = 1
            self._add_unit(stems, at, size)
            at += size
        return [self._phrase_of(clauses)] if self.together and len(clauses) > 1 else clauses

    def _phrase_of(self, clauses: Sequence[Clause]) -> Clause:
        """Return the one clause of words as a phrase, function words included."""
        span = Span(clauses[0].span.start, clauses[-1].span.end)
        ways = islice(product(*(one.forms or (one.text.lower(),) for one in clauses)), MAX_PHRASES)
        forms = tuple(map(" ".join, ways))
        clause = self.clause("together", span, phrase_node(clauses))
        return replace(clause, forms=forms if len(forms) > 1 else ())

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
        words = [word for word, *_ in typed_words(quoted)]
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

    def _word(
        self,
        typed: Sequence[TypedWord],
        compounds: Sequence[Compound | None],
        at: int,
        is_asking: bool,
    ) -> Clause:
        """Return the clause of the word at a place, which may negate one of those after it."""
        word, stemmed, start, end = typed[at]
        node = Term("text", stemmed)
        if word not in function_words():
            return Clause("word", self.text[start:end], Span(start, end), node, helps=is_asking)
        negated = negation(word, first_words(typed, compounds, at + 1))
        text, span = self.text[start:end], Span(start, end)
        if not negated:
            return Clause("word", text, span, node, helps=True)
        node = Or([node, negated]) if self.widen else negated
        negations = (Negation(text.lower(), negated),)
        return Clause("word", text, span, node, helps=self.widen, negations=negations)

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
        letters = self.text[typed[0][2] : typed[-1][3]]
        if self.vocabulary and self.vocabulary.is_capitals(letters):
            forms, as_typed = letters_in_forms(letters, match.others, self.compounds)
        is_everyday = match.has_inserted or self._is_everyday(match.texts[0])
        parts = (as_typed,) if is_one_word else tuple([unit.node for unit in content])
        clause = self._clause_of(typed, as_typed, forms)
        if self.widen:
            nodes = [other_node(other, self.vocabulary, self.compounds) for other in match.others]
            also = tuple([other.text for other in match.others])
            if is_one_word or not content:
                apart = as_typed
            elif is_everyday:
                apart = And(list(parts), boost=SCATTERED_WEIGHT)
            else:
                apart = forms_node(join_forms(content), SCATTERED_WEIGHT, NEARLY_TOGETHER)
            node = widen(as_typed, apart, nodes)
            clause = replace(clause, query=node, also=also, typed=as_typed)
        is_apart = is_everyday and len(content) > 1 and self.widen
        return replace(clause, parts=parts, helps=not content, is_apart=is_apart)

    def _is_everyday(self, text: str) -> bool:
        """Return whether reports do not use a wording, only those who search do."""
        stems = stems_of(text)
        return self.vocabulary is None or self.vocabulary.unit_size(stems, 0) < len(stems)

    def _compound(self, typed: Sequence[TypedWord], compound: Compound) -> Clause:
        """Return the clause of a compound."""
        return self._clause_of(typed, compound.node, compound.forms)

    def _clause_of(self, typed: Sequence[TypedWord], node: Query, forms: Sequence[Parts]) -> Clause:
        """Return the clause that a node answers, which finds words in some forms."""
        clause = self.clause("word", Span(typed[0][2], typed[-1][3]), node)
        texts = tuple([" ".join(form) for form in forms])
        return replace(clause, forms=texts if len(texts) > 1 else ())


def _exactly(words: Sequence[str], last: Query) -> Query:
    """Return the node for a hyphenated word, of which all parts but the last are as written."""
    return And([*(Term("exact", word) for word in words), last]) if words else last


def _nearly(word: str) -> Query:
    """Return the node for what is spelt like a word with one slip."""
    return FuzzyTerm("exact", word, maxdist=1, prefixlength=1)
