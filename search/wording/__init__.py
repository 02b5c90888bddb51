"""A word or phrase in; what pages show of its use out, by asking an engine."""

from search.wording.alike import Precedent, Precedents, alike, like_paragraph
from search.wording.by_grade import GradeComparison, compare_grades, frequent_grades
from search.wording.compare import Comparison, Difference, compare
from search.wording.concordance import Concordance, ConcordanceLine, concordance
from search.wording.distinctive import DistinctivePhrase, distinctive
from search.wording.profile import Profile, Share, profile
from search.wording.timeline import WordingTimeline, timeline

__all__ = [
    "Comparison",
    "Concordance",
    "ConcordanceLine",
    "Difference",
    "DistinctivePhrase",
    "GradeComparison",
    "Precedent",
    "Precedents",
    "Profile",
    "Share",
    "WordingTimeline",
    "alike",
    "compare",
    "compare_grades",
    "concordance",
    "distinctive",
    "frequent_grades",
    "like_paragraph",
    "profile",
    "timeline",
]
