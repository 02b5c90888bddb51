"""Drawn reports: few values of everything, so that they often agree."""

from datetime import date

from hypothesis import strategies as st

from tests.index.reports import report

WORDS = ("plan", "plans", "planned", "visit", "timely")
PARAGRAPHS = st.tuples(
    st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join),
    st.fixed_dictionaries(
        {
            "themes": st.lists(
                st.sampled_from(["health", "education", "safeguarding"]), unique=True, max_size=3
            ).map(tuple),
            "section_themes": st.sampled_from([(), ("health",), ("safeguarding", "health")]),
            "grade": st.sampled_from([None, "good", "inadequate"]),
            "kind": st.sampled_from(["finding", "recommendation"]),
            "section": st.sampled_from([None, "Leadership", "Health"]),
            "timescale": st.sampled_from([None, "at once"]),
            "path": st.sampled_from([(), ("Leadership",), ("Findings", "Leadership")]),
            "lead": st.sampled_from([None, "Leaders should:"]),
            "number": st.sampled_from([None, 4]),
        }
    ),
)
FACTS = st.fixed_dictionaries(
    {
        "authority": st.sampled_from(["Ash", "Elm", None]),
        "region": st.sampled_from(["North", None]),
        "overall": st.sampled_from([None, "good", "inadequate"]),
        "day": st.sampled_from([date(2019, 5, 4), date(2021, 3, 2), None]),
    }
)


@st.composite
def reports(draw, max_size=6):
    """Reports with different ids."""
    count = draw(st.integers(0, max_size))
    return [
        report(f"r{number}", *draw(st.lists(PARAGRAPHS, max_size=3)), **draw(FACTS))
        for number in range(count)
    ]
