"""Weighted paragraphs of texts that a test names, in a collection of just these."""

from search.followup.comparison.paragraph_pairs import WeightedParagraph
from search.followup.comparison.word_weights import WordWeigher
from tests.index.reports import report
from tests.search.engines.fake import FakeEngine


def weigh_reports(*reports, names=()):
    """The paragraphs of each report, weighted."""
    weigher = WordWeigher(FakeEngine(reports), names)
    return [
        [WeightedParagraph(one, weigher.weigh(one.text)) for one in each.paragraphs]
        for each in reports
    ]


def weigh_texts(*texts):
    """Each text, weighted, as the paragraphs of one report."""
    (paragraphs,) = weigh_reports(report("ash", *texts))
    return [text for _, text in paragraphs]
