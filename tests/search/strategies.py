"""Hypothesis strategies: random collections, changes to them, query nodes, and requests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st
from msgspec.structs import replace

from corpus.registry import registry
from index.facets import FACET
from search.choices import MATCH, SORT, THEME_BY, UNIT
from search.language.clauses import Clause
from search.language.nodes import (
    And,
    AndMaybe,
    AndNot,
    ConstantScoreQuery,
    DisjunctionMax,
    Every,
    FuzzyTerm,
    MinimumWeight,
    Not,
    NullQuery,
    NumericRange,
    Or,
    Phrase,
    Prefix,
    Require,
    Synonyms,
    Term,
    TermRange,
    Wildcard,
)
from search.language.parsed_query import ParsedQuery
from search.model import Group, Request, Span
from tests.index.reports import report
from tests.search.changes import COMMIT

WORDS = ("good", "goods", "not", "yet", "child", "children", "plan", "plans", "timely", "safe")
COMPOUNDS = ("follow-up", "follow up", "followup", "plans-up-to-date", "well-being", "wellbeing")
COMPOUND_WORDS = ("follow", "up", "to", "date", "followup", "plans", "well", "being")
PERCENTAGES = ("12%", "12 %", "12 per cent", "12", "12 plans")
LETTERS = ("SEND", "send", "Send", "SEND plans", "RESEND")
STEMS = ("good", "not", "yet", "child", "children", "plan", "timeli", "safe", "unknown")
NOTICES = (
    "plans of 12 children not yet timely safe",
    "plans of 7 children not yet timely safe",
    "plans not yet timely safe plans not",
)
"""Texts that reports share: the first two are one boilerplate, the third is too short for it."""
VALUES = {
    "grade": ("good", "inadequate", None),
    "area": ("health", "overall", None),
    "kind": ("finding", "context"),
    "polarity": ("strength", "mixed", None),
}
THEMES = ((), ("health",), ("health", "education"), ("safeguarding",))
DAYS = (date(2012, 5, 29), date(2019, 1, 2), date(2020, 12, 31), None)
REPORT_IDS = tuple(f"r{number}" for number in range(6))
WITHDRAWN = {"r1": "withdrawn", "r4": "replaced by r5"}

# Collections.

texts = st.one_of(
    st.lists(st.sampled_from([*WORDS, *COMPOUNDS, *PERCENTAGES, *LETTERS]), max_size=9).map(
        " ".join
    ),
    st.sampled_from(NOTICES),
)
fields = st.fixed_dictionaries(
    {
        **{key: st.sampled_from(values) for key, values in VALUES.items()},
        "themes": st.sampled_from(THEMES),
        "section_themes": st.sampled_from(THEMES),
    }
)


def add_leads(drawn: list[tuple[str, dict[str, object], bool]]) -> list[object]:
    """Return paragraphs, some of which the one before leads into."""
    before = ["", *(text for text, _, _ in drawn)]
    return [
        (text, {**values, "lead": (is_item and lead) or None})
        for lead, (text, values, is_item) in zip(before, drawn, strict=False)
    ]


is_item = st.sampled_from([False, False, True])
paragraphs = st.lists(st.tuples(texts, fields, is_item), max_size=4).map(add_leads)
reports = st.builds(
    lambda name, paragraphs, day, **facts: report(
        name, *paragraphs, day=day, withdrawn=WITHDRAWN.get(name), **facts
    ),
    st.sampled_from(REPORT_IDS),
    paragraphs,
    st.sampled_from(DAYS),
    inspection_end=st.sampled_from([None, None, date(2016, 2, 29)]),
    authority=st.sampled_from(["Elm", "Oak", None]),
    region=st.sampled_from(["London", "North", None]),
    framework=st.sampled_from(["ilacs", "sif"]),
    scale=st.sampled_from(["ofsted", "hiqa", None]),
    overall=st.sampled_from(["good", "inadequate", None]),
)
change = st.one_of(reports, st.sampled_from(REPORT_IDS), st.just(COMMIT))
changes = st.one_of(
    st.lists(change, max_size=14),
    # A segment with some deleted reports, too few for it to be merged.
    st.builds(
        lambda reports, later: [*reports, COMMIT, *later],
        st.lists(reports, min_size=3, max_size=8),
        st.lists(change, min_size=1, max_size=3),
    ),
)
"""Changes to a collection, in one or more commits."""

# Query nodes.

terms = st.one_of(
    st.builds(Term, st.just("text"), st.sampled_from(STEMS), st.sampled_from([1.0, 0.5])),
    st.builds(Term, st.just("exact"), st.sampled_from(WORDS)),
)
phrases = st.one_of(
    st.builds(
        Phrase,
        st.just("exact"),
        st.lists(st.sampled_from(WORDS), min_size=2, max_size=3),
        st.integers(1, 3),
    ),
    st.builds(
        Phrase,
        st.just("text"),
        st.lists(st.sampled_from(STEMS), min_size=2, max_size=3),
        st.integers(1, 2),
    ),
)
# Words as printed, with a percent sign or in capitals, which Whoosh does not know.
as_printed = st.one_of(
    st.builds(Term, st.sampled_from(["text", "exact"]), st.sampled_from(["12%", "SEND"])),
    st.builds(
        Phrase,
        st.just("exact"),
        st.lists(st.sampled_from(["12%", "SEND", "plans", "good"]), min_size=1, max_size=3),
        st.integers(1, 3),
    ),
)
# Those that plain Whoosh answers in the same way.
whoosh_conditions = st.one_of(
    st.builds(Term, st.just("grade"), st.sampled_from(["good", "inadequate", "no such"])),
    st.builds(Term, st.just("theme"), st.sampled_from(["health", "education"])),
    st.builds(Term, st.just("report"), st.sampled_from(["r1", "r9"])),
    st.builds(
        NumericRange,
        st.just("year"),
        st.sampled_from([None, 2012, 2013]),
        st.sampled_from([None, 2019, 2020]),
        st.booleans(),
        st.booleans(),
    ),
    st.builds(NumericRange, st.just("date"), st.sampled_from([20120529, 20190101]), st.none()),
)
conditions = st.one_of(
    whoosh_conditions,
    st.builds(Term, st.just("year"), st.sampled_from(["2012", "2021"])),
    st.builds(Term, st.just("date"), st.sampled_from(["20120529", "20160229"])),
    st.builds(Term, st.just("id"), st.sampled_from(["r1/p1", "r9/p1"])),
    st.builds(Term, st.just("authority"), st.sampled_from(["elm", "OAK", "Ash"])),
    st.builds(Term, st.just("under"), st.sampled_from(["good", "Inadequate", "no such"])),
    st.builds(Prefix, st.sampled_from(["authority", "year"]), st.sampled_from(["E", "20", ""])),
    st.builds(
        Every, st.sampled_from(["grade", "under", "year", "authority", "date", "report", "text"])
    ),
    st.builds(Phrase, st.just("exact"), st.sampled_from(WORDS).map(lambda word: [word])),
    st.just(NullQuery),
)


def fuzzy_terms(*words: str) -> st.SearchStrategy:
    """Return the nodes for what is spelt nearly like some words."""
    return st.builds(
        FuzzyTerm,
        st.just("exact"),
        st.sampled_from(words),
        maxdist=st.integers(1, 2),
        prefixlength=st.integers(0, 1),
    )


expansions = st.one_of(
    st.builds(Prefix, st.just("exact"), st.sampled_from(["child", "p", "x"])),
    st.builds(Prefix, st.just("text"), st.sampled_from(["chi", "go"])),
    st.builds(Wildcard, st.just("exact"), st.sampled_from(["*l*n", "?oo*", "plan?"])),
    fuzzy_terms("plam", "goods", "yes", "childs"),
    st.builds(
        TermRange,
        st.just("exact"),
        st.sampled_from([None, "good", "h"]),
        st.sampled_from([None, "plan", "z"]),
        st.booleans(),
        st.booleans(),
    ),
)


def with_whoosh_operators(children: st.SearchStrategy) -> st.SearchStrategy:
    """Return the nodes over `children` that plain Whoosh answers in the same way."""
    several = st.lists(children, min_size=1, max_size=3)
    return st.one_of(
        st.builds(And, several),
        st.builds(Or, several, st.sampled_from([1.0, 2.0])),
        st.builds(AndMaybe, children, children),
        st.builds(Require, children, children),
    )


def with_all_operators(children: st.SearchStrategy) -> st.SearchStrategy:
    """Return the nodes of every type over `children`."""
    several = st.lists(children, min_size=1, max_size=3)
    return st.one_of(
        with_whoosh_operators(children),
        st.builds(Not, children),
        st.builds(AndNot, children, children),
        st.builds(DisjunctionMax, several),
        st.builds(MinimumWeight, several, st.sampled_from([0.3, 0.6, 1.0])),
        st.builds(
            Synonyms, st.lists(st.one_of(terms, phrases, as_printed), min_size=1, max_size=3)
        ),
        st.builds(ConstantScoreQuery, children, st.sampled_from([0.5, 2.0])),
    )


# Two letters swapped are one edit, for Whoosh two (Levenshtein).
swaps = fuzzy_terms("palns", "gdoo", "chlidren", "ont")
queries = st.recursive(
    st.one_of(terms, phrases, as_printed, conditions, expansions, swaps, st.just(Every())),
    with_all_operators,
    max_leaves=6,
)
# Whoosh's AndNotMatcher misses an exclusion at its first posting and runs past the end of nested
# matchers (3.54.0), so exclusions are compared with the fake engine alone.
whoosh_queries = st.recursive(
    st.one_of(terms, phrases, whoosh_conditions, expansions, st.just(Every())),
    with_whoosh_operators,
    max_leaves=6,
)

# Requests.

widened = st.builds(
    lambda typed, other: Clause(
        "word", "w", Span(0, 1), DisjunctionMax([typed, other]), also=("o",), typed=typed
    ),
    st.one_of(terms, phrases),
    st.one_of(terms, phrases),
)
"""Words to which the vocabulary added another wording."""
clauses = st.one_of(
    st.builds(Clause, st.just("word"), st.just("w"), st.just(Span(0, 1)), terms, st.booleans()),
    widened,
    st.builds(Clause, st.just("phrase"), st.just("p"), st.just(Span(0, 1)), queries),
    st.builds(Clause, st.just("not"), st.just("n"), st.just(Span(0, 1)), st.builds(Not, terms)),
)


def typed_one_by_one(clauses: list[Clause]) -> tuple[Clause, ...]:
    """Return clauses each with a text and a span of its own: two that are typed alike count once."""
    return tuple(
        replace(clause, text=f"{clause.text}{place}", span=Span(place, place + 1))
        for place, clause in enumerate(clauses)
    )


parsed_queries = st.builds(
    ParsedQuery, st.just("w"), st.lists(clauses, max_size=4).map(typed_one_by_one), st.just(())
)
"""Queries of any nodes, parsed."""

typed_queries = st.lists(
    st.sampled_from(
        [
            *WORDS,
            *COMPOUNDS,
            "follow-u*",
            '"not yet"',
            "-safe",
            "chi*",
            "NOT",
            "OR",
            "(",
            "grade:good",
            "plam",
            "LAC",
            "in care",
            "Elm",
            "2019",
            "chidlren",
            "12%",
            '"12 % good"',
            "SEND",
            '"SEND plans"',
        ]
    ),
    max_size=4,
).map(" ".join)
"""Queries as typed, some of which are not whole."""


def filter_values(key: str) -> st.SearchStrategy:
    """Return filter values of a facet: some that no paragraph has, names also in other letters."""
    closed = [choice.key for choice in registry().choices.get(key, ())]
    names = ["2012", "2019", "1999", "Elm", "OAK", "ash", "London", "north"]
    return st.lists(st.sampled_from(closed or names), max_size=2, unique=True).map(tuple)


filters = st.one_of(
    st.just({}),
    st.fixed_dictionaries(
        {},
        optional={
            **{key: filter_values(key) for key in FACET},
            "report": st.just(("r1", "r2", "r9")),
        },
    ),
    st.dictionaries(st.just("grade"), st.just(("good", "inadequate"))),
)
requests = st.builds(
    Request,
    typed_queries,
    filters=filters,
    group=st.sampled_from([None, None, Group("list:Elm,Ash", "Elm and Ash", ("Elm", "Ash"))]),
    since=st.sampled_from([None, None, None, date(2012, 5, 29), date(2013, 1, 1)]),
    until=st.sampled_from([None, None, None, date(2019, 1, 2)]),
    sort=st.sampled_from(SORT.keys),
    match=st.sampled_from(MATCH.keys),
    unit=st.sampled_from(UNIT.keys),
    theme_by=st.sampled_from(THEME_BY.keys),
    once_per_report=st.booleans(),
    widen=st.booleans(),
    correct=st.booleans(),
    withdrawn=st.booleans(),
    start=st.sampled_from([0, 0, 1, 3]),
    limit=st.sampled_from([0, 2, 10, 100]),
    facets=st.sampled_from([(), ("grade",), tuple(FACET)]),
)
