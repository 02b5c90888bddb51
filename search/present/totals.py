"""How many results have the words of a query, and how many have others for them, in words."""

from __future__ import annotations

from search.language.clauses import WORDINGS, Clause
from search.language.parsed_query import ParsedQuery

IN_ANY_FORM = " in any form"


def totals_in_words(
    together: int, as_typed: int, total: int, words: str, others: str, matched: str = "all"
) -> str:
    """Return how many of the results have all `words` as typed, and how many are found by `others`:
    `162 with your words in any form, 180 with related words too`; before these, how many have the
    words `together`, where some have them so and some do not. One number is given where all is as
    typed.
    """
    which = words if matched == "all" else f"all {words}"
    parts = [f"{as_typed:,} with {which}"]
    if 0 < together < as_typed:
        parts.insert(0, f"{together:,} with {words.removesuffix(IN_ANY_FORM)} together")
    if total > as_typed:
        parts.append(f"{total:,} with {others}")
    return ", ".join(parts)


def words_in_words(parsed: ParsedQuery, is_corrected: bool) -> str:
    """Return what the words of a query are called that are searched as typed, or as corrected. What
    stands in quotes is found in no other form.
    """
    asking = [clause for clause in parsed.clauses if asks_for_words(clause)]
    is_one = sum(len(clause.text.split()) for clause in asking) == 1
    whose = "the corrected" if is_corrected else "your"
    is_exact = any(clause.kind == "phrase" for clause in asking)
    return f"{whose} word{'' if is_one else 's'}{'' if is_exact else IN_ANY_FORM}"


def asks_for_words(clause: Clause) -> bool:
    """Return whether a clause asks for words, all of which are there as typed."""
    return clause.kind in WORDINGS and (not clause.helps or clause.negation is not None)


def others_in_words(parsed: ParsedQuery, matched: str) -> str:
    """Return what else is found than all words as typed: `related words too`, `most of them`. The
    words of a wording may stand apart; where all words are required, those that negate are not.
    """
    related = ["related words"] if parsed.is_widened else []
    related += ["your words apart"] if parsed.is_widened and parsed.is_apart else []
    if matched != "all":
        return " or ".join([f"{matched} of them", *related])
    ways = [f"{' or '.join(related)} too"] if related else []
    if negators := dict.fromkeys(f"“{one.text}”" for one in parsed.negations):
        ways.append(f"or without {' or '.join(negators)}")
    return ", with ".join(ways)  # related words too, with or without “not”
