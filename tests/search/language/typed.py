"""Random query texts, as hypothesis draws them: signs and words at random, and well-formed queries."""

from hypothesis import strategies as st

SIGNS = (
    *("(", ")", '"', "“", "-", "*", "*:*", "~", "~1", "~3", "~12", ":", ".", "..", "'", "’"),
    *("AND", "OR", "NOT", "SAND", "grade:", "year:", "theme:", "colour:"),
)
WORDS = ("a", "B7", "_", "é", "plan", "not", "multi-agency", '"not yet"', "2018")
SPACES = ("", " ", " ", "  ", "\n")

pieces = st.tuples(st.sampled_from(SIGNS + WORDS), st.sampled_from(SPACES)).map("".join)
texts = st.lists(pieces).map("".join) | st.text()
"""Any text at all, most of it signs."""

words = st.sampled_from(["plans", "drift", "multi-agency", "don't", "B7", "SEND", "the", "OR-x"])
operands = words | st.sampled_from(
    [
        *('"not yet"', '"too late"~5', '"(a OR"', "timel*", "self-harm*", "plams~", "*"),
        *("grade:good", 'authority:"North Yorkshire"', "year:2018..2022"),
        *("grade:(good OR outstanding)", "grade:(good)"),
    ]
)


def grow(queries):
    """Queries made of smaller ones."""
    groups = queries.map("({})".format)
    return (
        st.lists(queries, min_size=2, max_size=3).map(" ".join)
        | st.lists(operands | groups, min_size=2, max_size=3).map(" OR ".join)
        | st.lists(operands | groups, min_size=2, max_size=3).map(" AND ".join)
        | st.tuples(st.sampled_from(["-", "NOT "]), words | groups).map("".join)
        | groups
    )


queries = st.recursive(operands, grow, max_leaves=6)
"""Queries in which nothing is wrong."""
