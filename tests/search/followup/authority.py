"""An invented authority whose reports speak of each other, and what its tests share."""

from datetime import date

from index.analysis import stem, terms
from search.followup.tracker.concepts import ConceptWeights, find_concepts
from search.followup.tracker.matching import Matcher
from search.followup.tracker.status import StatusReader
from search.followup.tracker.tracker import ReportTexts
from search.followup.tracker.weights import default_weights
from search.present.hits import report_facts
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
    """An engine of some texts that knows in how many of them a stem stands, and some vectors."""

    def __init__(self, *texts, vectors=None):
        self.stems = [frozenset(map(stem, terms(text))) for text in texts]
        self.state = State(1, None, 1, len(texts))
        self.vectors = vectors or {}

    def frequency(self, stem):
        return sum(stem in stems for stems in self.stems)

    def word_vectors(self, stems):
        return {one: self.vectors[one] for one in stems if one in self.vectors}


def idf_of(*texts):
    """Weights of concepts in a collection of these texts."""
    return ConceptWeights(CountingEngine(*texts))


def concept_names(text):
    """The names of the concepts of a text."""
    return [one.name for one in find_concepts(text)]


def match(asked, *paragraphs, vectors=None, **fields):
    """The recommendations `asked`, the reader of a later report of paragraphs, and the matches."""
    report = visit("asked", 2016, *(ask(text) for text in asked))
    later = visit("later", 2019, *paragraphs, **fields)
    texts = [one.text for one in (*report.paragraphs, *later.paragraphs, *FIRST.paragraphs)]
    reports = ReportTexts(CountingEngine(*texts, vectors=vectors), [report, later])
    matcher = Matcher(reports.asked, reports.table, default_weights())
    matches = matcher.match(reports.passages["later"])
    passages = reports.passages["later"]
    reader = StatusReader(report_facts(later), passages, matches, default_weights())
    return reports.asked, reader, matches
