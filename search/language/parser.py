"""Parse a typed query into clauses, by recursive descent over its tokens.

    sequence     = { alternatives }                 all must hold
    alternatives = conjunction { "OR" conjunction }
    conjunction  = operand { "AND" operand }
    operand      = [ "NOT" | "-" ] ( word | phrase | prefix | fuzzy | "*" | field | group )
    field        = name ":" ( value | group )
    group        = "(" sequence ")"

Whatever is typed gives clauses: what does not fit the grammar was dropped before, and named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from search.language.clauses import Clause
from search.language.error_recovery import ENDINGS, NEGATIONS, recover
from search.language.fields import FIELD_OF, Names
from search.language.forms.compounds import Compounds
from search.language.lexer import Token, normalize, tokenize
from search.language.nodes import Not, Or
from search.language.operands import Operands
from search.language.parsed_query import ParsedQuery, conjoin, conjoin_as_typed, is_typed, required
from search.language.vocabulary import Vocabulary
from search.language.word_clauses import WordClauses
from search.model import Diagnostic, Span

MAX_QUERY_CHARACTERS = 2000
NO_WORDS = "There is no word in this to search for; an empty box finds all paragraphs."
MAX_UNITS = 8
MAX_DIAGNOSTICS = 20  # nobody reads more complaints than that

CLAUSES_OF: Mapping[str, Callable[[Operands, Token], list[Clause]]] = {
    "word": Operands.word,
    "phrase": Operands.phrase,
    "prefix": Operands.prefix,
    "fuzzy": Operands.fuzzy,
    "everything": Operands.everything,
}
JOINS = ("AND", "OR")


def no_names(field: str) -> tuple[str, ...]:
    """Return no name for any field: its values are not checked."""
    return ()


def parse(
    text: str,
    names: Names = no_names,
    vocabulary: Vocabulary | None = None,
    compounds: Compounds | None = None,
    widen: bool = True,
    together: bool = False,
) -> ParsedQuery:
    """Return the clauses of `text`; each wording of the vocabulary, if any, is one, and `widen`
    adds the others of its group. Words side by side are one phrase where they are `together`.

    `names` gives the names in the collection, see `search.language.fields`; `compounds` the forms
    in which it prints one word, without which words are as typed.
    """
    typed = normalize(text)
    searched = typed[:MAX_QUERY_CHARACTERS]
    tokens = tokenize(searched)
    diagnostics: list[Diagnostic] = []
    is_operand = len(tokens) == 2 and tokens[0].kind in CLAUSES_OF  # such as words without a sign
    if not is_operand:
        tokens, diagnostics = recover(searched, tokens)
    if searched != typed:
        message = f"Only the first {MAX_QUERY_CHARACTERS} characters were searched."
        diagnostics.append(Diagnostic("too-long", Span(MAX_QUERY_CHARACTERS, len(typed)), message))
    words = WordClauses(searched, vocabulary, compounds, widen, together, [], [])
    operands = Operands(searched, names, compounds, diagnostics, words)
    if is_operand:
        clauses = CLAUSES_OF[tokens[0].kind](operands, tokens[0])
    else:
        clauses = Parser(tokens, operands).sequence()
    if not clauses and not diagnostics and is_typed(text):
        diagnostics.append(Diagnostic("no-words", Span(0, len(searched)), NO_WORDS))
    return ParsedQuery(
        text,
        required(tuple(clauses)),
        tuple(diagnostics[:MAX_DIAGNOSTICS]),
        tuple(dict.fromkeys(words.units))[:MAX_UNITS],
    )


class Parser:
    """A recursive descent over tokens, of which the last is of kind end.

    Each method reads one rule of the grammar and returns its clauses. `field` is the field of the
    group that it stands in, if any.
    """

    def __init__(self, tokens: list[Token], operands: Operands) -> None:
        self._tokens, self._operands = tokens, operands
        self._kinds = [token.kind for token in tokens]
        self._at = 0  # the place of the token to read next

    def sequence(self, field: str = "") -> list[Clause]:
        """Return the clauses up to the end of the text or of a group."""
        clauses: list[Clause] = []
        while (kind := self._kinds[self._at]) not in ENDINGS:
            if field or kind not in CLAUSES_OF or self._kinds[self._at + 1] in JOINS:
                clauses += self._alternatives(field)
            elif kind == "word":
                clauses += self._operands.words(self._words())
            else:
                clauses += CLAUSES_OF[kind](self._operands, self._next())
        return clauses

    def _words(self) -> list[Token]:
        """Return the words that stand side by side from here on, without those that are joined."""
        start = self._at
        while self._kinds[self._at] == "word" and self._kinds[self._at + 1] not in JOINS:
            self._at += 1
        return self._tokens[start : self._at]

    def _alternatives(self, field: str) -> list[Clause]:
        start = self._at
        parts = [self._conjunction(field)]
        while self._kinds[self._at] == "OR":
            self._at += 1
            parts.append(self._conjunction(field))
        return self._either(parts, start) if len(parts) > 1 else parts[0]

    def _either(self, parts: list[list[Clause]], start: int) -> list[Clause]:
        """Return the one clause of alternatives that begin at a token; none where all are empty."""
        parts = [clauses for clauses in parts if clauses]
        if not parts:
            return []
        inner = [clause for clauses in parts for clause in clauses]
        also = tuple([text for clause in inner for text in clause.also])
        negations = tuple([one for clause in inner for one in clause.negations])
        typed = Or(list(map(conjoin_as_typed, parts))) if also or negations else None
        node = Or(list(map(conjoin, parts)))
        clause = self._operands.clause("either", self._group_span(start), node, also, typed)
        return [replace(clause, negations=negations)]

    def _group_span(self, start: int) -> Span:
        """Return the span from a token to the last one read, with brackets around just these, and
        the field name before them.
        """
        first, last = start, self._at - 1
        while first and (self._kinds[first - 1], self._kinds[last + 1]) == ("open", "close"):
            first, last = first - 1, last + 1
        if self._kinds[first] == "open" and first and self._kinds[first - 1] == "field":
            first -= 1
        return Span(self._tokens[first].start, self._tokens[last].end)

    def _conjunction(self, field: str) -> list[Clause]:
        clauses: list[Clause] = []
        words: list[Token] = []
        while True:
            if self._kinds[self._at] == "word" and not field:
                words.append(self._next())
            else:
                if words:
                    clauses += self._operands.words(words)
                    words = []
                clauses += self._operand(field)
            if self._kinds[self._at] != "AND":
                return clauses + self._operands.words(words) if words else clauses
            self._at += 1

    def _operand(self, field: str) -> list[Clause]:
        token = self._next()
        if token.kind in NEGATIONS:
            return self._negated(token, self._operand(field))
        if token.kind == "open":
            clauses = self.sequence(field)
            self._at += 1
            return clauses
        if token.kind == "field":
            return self._of_field(token)
        if field and token.kind != "everything":
            return self._operands.value(field, token.span, token)
        return CLAUSES_OF[token.kind](self._operands, token)

    def _negated(self, sign: Token, clauses: list[Clause]) -> list[Clause]:
        """Return the one clause that excludes others; none where there are none.

        It excludes what is typed: a paragraph that was left out for another wording of it would be
        missed, and nobody could see why.
        """
        if not clauses:
            return []
        span = Span(sign.start, self._tokens[self._at - 1].end)
        return [self._operands.clause("not", span, Not(conjoin_as_typed(clauses)))]

    def _of_field(self, token: Token) -> list[Clause]:
        """Return the clauses of the value or group after a field name."""
        name = FIELD_OF[self._operands.text[token.start : token.end - 1]]
        if self._kinds[self._at] == "open":
            return self._operand(name)
        value = self._next()
        return self._operands.value(name, Span(token.start, value.end), value)

    def _next(self) -> Token:
        """Return the next token, and go on behind it."""
        token = self._tokens[self._at]
        self._at += 1
        return token
