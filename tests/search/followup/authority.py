"""An invented authority whose reports speak of each other, and what its tests share."""

from datetime import date

from index.analysis import stem, terms
from search.followup.concepts import ConceptWeights
from search.records import State
from tests.index.reports import report

ASK = {"kind": "recommendation", "area": "overall", "section": "What needs to improve"}
FILLER = (
    "Senior leaders know the town well and speak openly with residents.",
    "The council has moved its offices to a new building near the river.",
    "Foster carers enjoy the summer picnic and the choir.",
    "Police officers attend the weekly meeting in the town hall.",
)


def ask(text, **fields):
    """A recommendation of a report."""
    return text, {**ASK, **fields}


def visit(name, year, *paragraphs, **fields):
    """A report on Ashford."""
    return report(name, *paragraphs, day=date(year, 3, 1), **{"authority": "Ashford", **fields})


FIRST = visit(
    "first",
    2016,
    *FILLER,
    ask("The timeliness of initial health assessments for children in care."),
    ask("The quality of chronologies."),
    ask("Arrangements for young carers in lighthouse families."),
)
SECOND = visit(
    "second",
    2019,
    *FILLER,
    "Initial health assessments for children in care are still too often late, and too many wait.",
    ask("The quality of chronologies and how they are used."),
)
THIRD = visit(
    "third",
    2022,
    *FILLER,
    "Initial health assessments for children in care are now completed promptly and are of a "
    "consistently high standard.",
    "Chronologies are of good quality, thorough and well used by social workers.",
)


class CountingEngine:
    """An engine of some texts that knows in how many of them a stem stands."""

    def __init__(self, *texts):
        self.stems = [frozenset(map(stem, terms(text))) for text in texts]
        self.state = State(1, None, 1, len(texts))

    def frequency(self, stem):
        return sum(stem in stems for stems in self.stems)


def idf_of(*texts):
    """Weights of concepts in a collection of these texts."""
    return ConceptWeights(CountingEngine(*texts))
