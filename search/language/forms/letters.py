"""Letters that are also a word, as SEND: they count in capitals, or in words they stand for."""

from __future__ import annotations

from collections.abc import Iterable

from index.analysis import terms
from search.language.forms.compounds import Compounds, form_node, wording_node
from search.language.forms.numbers import Parts
from search.language.function_words import function_words
from search.language.nodes import Query, Synonyms
from search.language.wordings.trie import Wording


def long_forms(letters: str, wordings: Iterable[str]) -> list[str]:
    """Return those of some wordings whose words, but for function words, begin with the letters."""
    return [text for text in wordings if initials(text) == letters.lower()]


def initials(text: str) -> str:
    """Return the first letters of the words of a text that are no function words."""
    return "".join(word[0] for word in terms(text) if word not in function_words())


def letters_in_forms(
    letters: str, others: Iterable[Wording], compounds: Compounds | None
) -> tuple[tuple[Parts, ...], Query]:
    """Return the forms of letters, themselves and the words that they stand for among the `others`,
    and the node for these.
    """
    long = long_forms(letters, [other.text for other in others])
    nodes = [form_node((letters,))]
    for text in long:
        node = wording_node(text, 1.0, compounds)
        nodes += node if isinstance(node, Synonyms) else (node,)
    forms = ((letters,), *(tuple(terms(text)) for text in long))
    return forms, Synonyms(nodes) if long else nodes[0]
