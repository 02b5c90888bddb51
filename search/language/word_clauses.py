"""Make clauses of words side by side: wordings of the vocabulary, compounds, and single words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

import msgspec
from msgspec.structs import replace

from search.language.clauses import Clause, Negation
from search.language.forms.as_printed import is_in_capitals
from search.language.forms.compounds import (
    MAX_PHRASES,
    Compound,
    Compounds,
    forms_node,
    join_forms,
    single_word,
    units_of,
    wording_node,
)
from search.language.forms.letters import letters_in_forms
from search.language.forms.numbers import Parts
from search.language.forms.spellings import stems_of_words
from search.language.forms.typed import TypedWord, typed_words, with_section_signs
from search.language.function_words import function_words
from search.language.lexer import Token
from search.language.negation import first_words, negation
from search.language.nodes import And, Or, Phrase, Query, Term
from search.language.phrases import phrase_node
from search.language.understanding.questions import asking_words, may_ask
from search.language.vocabulary import (
    NEARLY_TOGETHER,
    NO_MATCH,
    SCATTERED_WEIGHT,
    Match,
    Vocabulary,
    keys_of,
    keys_of_text,
    widen,
)
from search.language.wordings.trie import NO_FORMS, Spelling
from search.model import Span

MAX_WORDINGS = 64  # of one query: bounds the time of a long one, whose other words stand alone
UNIT_WEIGHT = 2.0  # of a wording of the vocabulary, beside the words that it is made of
NO_PLACES: frozenset[int] = frozenset()


class WordClauses(msgspec.Struct, frozen=True):
    """Makes clauses of the words of one query.

    A wording of the vocabulary is one clause, which finds the others of its group where `widen`.
    One that has none is as many clauses as words, and its phrase is one of the `units`. A negator
    only helps where `widen`. Where `together`, all words side by side are one clause, of a phrase.
    `wordings` are those so far, at most MAX_WORDINGS.
    """

    text: str
    vocabulary: Vocabulary | None
    compounds: Compounds | None
    widen: bool
    together: bool
    units: list[Query]
    wordings: list[Match]

    def of(self, tokens: Sequence[Token]) -> list[Clause]:
        """Return the clauses of words side by side, of which several may be one wording of the
        vocabulary.
        """
        typed = [
            word for token in tokens for word in typed_words(self.text, token.start, token.end)
        ]
        typed = with_section_signs(self.text, typed)
        stems = [stemmed for _, stemmed, _, _ in typed]
        asking = NO_PLACES if self.together else self._asking_words(tokens, typed)
        compounds = self._find_compounds(typed)
        forms = other_spellings(compounds)
        keys = keys_of(typed)
        clauses, at = [], 0
        while at < len(typed):
            match, compound = self._longest_match(keys, at, forms), compounds[at]
            size = match.size if match.others else 1
            if compound and compound.size > size:
                match, size = NO_MATCH, compound.size
            if asking and asking.issuperset(range(at, at + size)):
                match, compound, size = NO_MATCH, None, 1
            if match.others:
                self.wordings.append(match)
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

    def _asking_words(self, tokens: Sequence[Token], typed: Sequence[TypedWord]) -> frozenset[int]:
        """Return the places of the typed words that only ask, where the query begins with them."""
        if not typed or not may_ask(typed[0][0]) or self.text[: tokens[0].start].strip():
            return NO_PLACES
        more_follows = bool(self.text[tokens[-1].end :].strip())
        return asking_words([word for word, *_ in typed], more_follows)

    def _find_compounds(self, typed: Sequence[TypedWord]) -> list[Compound | None]:
        """Return for each typed word the compound that begins there, None where none does."""
        if not self.compounds:
            return [None] * len(typed)
        return self.compounds.find_all(self.text, typed)

    def _longest_match(
        self, keys: Sequence[str], at: int, forms: Mapping[int, Sequence[Spelling]]
    ) -> Match:
        """Return the longest wording of the vocabulary that begins at a place."""
        if self.vocabulary is None or len(self.wordings) >= MAX_WORDINGS:
            return NO_MATCH
        return self.vocabulary.longest_match(keys, at, forms)

    def _add_unit(self, stems: Sequence[str], at: int, size: int) -> None:
        """Note the wording of the vocabulary that begins at a place, if it is longer than the
        clause of `size` words there.
        """
        longer = self.vocabulary.unit_size(stems, at) if self.vocabulary else 1
        if longer > size:
            self.units.append(Phrase("text", list(stems[at : at + longer]), boost=UNIT_WEIGHT))

    def _word(
        self,
        typed: Sequence[TypedWord],
        compounds: Sequence[Compound | None],
        at: int,
        is_asking: bool,
    ) -> Clause:
        """Return the clause of the word at a place, which may negate one of those after it."""
        word, stemmed, start, end = typed[at]
        text, span, node = self.text[start:end], Span(start, end), Term("text", stemmed)
        if word not in function_words():
            return Clause("word", text, span, node, helps=is_asking)
        negated = negation(word, first_words(typed, compounds, at + 1))
        if not negated:
            return Clause("word", text, span, node, helps=True)
        node = Or([node, negated]) if self.widen else negated
        negations = (Negation(text.lower(), negated),)
        return Clause("word", text, span, node, helps=self.widen, negations=negations)

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
        letters = typed[0][0]
        if len(typed) == 1 and is_in_capitals(letters):
            forms, as_typed = letters_in_forms(letters, match.others, self.compounds)
        is_everyday = match.has_inserted or self._is_everyday(match.texts[0])
        parts = (as_typed,) if is_one_word else tuple([unit.node for unit in content])
        clause = self._clause_of(typed, as_typed, forms)
        if self.widen:
            nodes = [
                wording_node(other.text, other.weight, self.compounds) for other in match.others
            ]
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
        keys = keys_of_text(text)
        return self.vocabulary is None or self.vocabulary.unit_size(keys, 0) < len(keys)

    def _compound(self, typed: Sequence[TypedWord], compound: Compound) -> Clause:
        """Return the clause of a compound."""
        return self._clause_of(typed, compound.node, compound.forms)

    def _clause_of(self, typed: Sequence[TypedWord], node: Query, forms: Sequence[Parts]) -> Clause:
        """Return the clause that a node answers, which finds words in some forms."""
        span = Span(typed[0][2], typed[-1][3])
        texts = tuple([" ".join(form) for form in forms]) if len(forms) > 1 else ()
        return Clause("word", self.text[span.start : span.end], span, node, forms=texts)

    def _phrase_of(self, clauses: Sequence[Clause]) -> Clause:
        """Return the one clause of words as a phrase, function words included."""
        span = Span(clauses[0].span.start, clauses[-1].span.end)
        ways = islice(product(*(one.forms or (one.text.lower(),) for one in clauses)), MAX_PHRASES)
        forms = tuple(map(" ".join, ways))
        text, node = self.text[span.start : span.end], phrase_node(clauses)
        return Clause("together", text, span, node, forms=forms if len(forms) > 1 else ())


def other_spellings(compounds: Sequence[Compound | None]) -> Mapping[int, Sequence[Spelling]]:
    """Return by what the vocabulary is also asked for the compounds that begin at some places."""
    if not any(compounds):
        return NO_FORMS
    return {
        at: [(stems_of_words(form), compound.size) for form in compound.forms]
        for at, compound in enumerate(compounds)
        if compound
    }


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
