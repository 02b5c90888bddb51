"""The topic of a search, written so that as a wording too its words need not stand together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search.language.clauses import Clause
from search.language.plan import CollectionWords, apart_request, parse_query
from search.model import Request

BRACKETED = frozenset({"word", "either", "not"})
"""The kinds of clauses that words beside them would join, without brackets around them."""


def write_apart(request: Request, collection: CollectionWords) -> str:
    """Return the query of a request in brackets, so that as a wording too it asks for its words
    anywhere in a paragraph: `care leavers accommodation` is `(care leavers) (accommodation)`.

    A wording of the vocabulary stays together, as do quotes, and a negator with the word after it.
    Words that are not required are left out.
    """
    parsed = parse_query(request.query, apart_request(request), collection)
    clauses = [clause for clause in parsed.clauses if not clause.helps]
    if len(clauses) < 2:
        return clauses[0].text if clauses else request.query.strip()
    return " ".join(texts_of(clauses))


def texts_of(clauses: Sequence[Clause]) -> Iterator[str]:
    """Yield the text of each clause, in brackets where it needs them; of a negator with the word
    after it.
    """
    negator = ""
    for clause, following in zip(clauses, [*clauses[1:], None], strict=True):
        if clause.negation and following and following.kind == "word":
            negator = f"{negator}{clause.text} "
            continue
        text = f"{negator}{clause.text}"
        yield f"({text})" if clause.kind in BRACKETED else text
        negator = ""
