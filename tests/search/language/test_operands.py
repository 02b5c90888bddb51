"""Each kind of operand becomes a clause of its own kind, with its node."""

import pytest

from search.language.lexer import tokenize
from search.language.nodes import And, Every, FuzzyTerm, Phrase, Prefix, Term
from search.language.operands import Operands
from search.language.parser import no_names
from search.language.word_clauses import WordClauses
from search.model import Span


def operands_of(text):
    words = WordClauses(text, None, None, widen=True, together=False, units=[], wordings=[])
    return Operands(text, no_names, None, [], words)


def clauses_of(text, make):
    operands = operands_of(text)
    return make(operands, tokenize(text)[0]), operands.diagnostics


def fuzzy(word):
    return FuzzyTerm("exact", word, maxdist=1, prefixlength=1)


@pytest.mark.parametrize(
    ("text", "make", "kind", "node"),
    [
        ('"Not yet"', Operands.phrase, "phrase", Phrase("exact", ["not", "yet"], slop=1)),
        ('"not yet"~12', Operands.phrase, "phrase", Phrase("exact", ["not", "yet"], slop=12)),
        ('"good"~5', Operands.phrase, "phrase", Term("exact", "good")),
        ('"self-harm"', Operands.phrase, "phrase", Phrase("exact", ["self", "harm"], slop=1)),
        ("Timel*", Operands.prefix, "prefix", Prefix("exact", "timel")),
        (
            "self-ha*",
            Operands.prefix,
            "prefix",
            And([Term("exact", "self"), Prefix("exact", "ha")]),
        ),
        ("plams~", Operands.fuzzy, "nearly", fuzzy("plams")),
        ("plams~1", Operands.fuzzy, "nearly", fuzzy("plams")),
        ("self-ham~", Operands.fuzzy, "nearly", And([Term("exact", "self"), fuzzy("ham")])),
        ("*", Operands.everything, "everything", Every()),
        ("recording", Operands.word, "word", Term("text", "record")),
    ],
)
def test_an_operand_is_one_clause(text, make, kind, node):
    (clause,), diagnostics = clauses_of(text, make)
    assert (clause.kind, clause.text, clause.span) == (kind, text, Span(0, len(text)))
    assert clause.query == node
    assert diagnostics == []


@pytest.mark.parametrize("text", ["t*", "self-h*", "_*"])
def test_a_prefix_that_is_too_short_is_left_out(text):
    clauses, (problem,) = clauses_of(text, Operands.prefix)
    assert clauses == []
    assert (problem.kind, problem.span) == ("too-short", Span(0, len(text)))


@pytest.mark.parametrize(
    ("typed", "value"), [("x-y", "x-y"), ('"a b"~2', "a b"), ("ab*", "ab"), ("ab~1", "ab")]
)
def test_a_value_is_taken_without_its_signs(typed, value):
    token = tokenize(typed)[0]
    (clause,) = operands_of(typed).value("report", token.span, token)
    assert (clause.kind, clause.query) == ("field", Term("report", value))
