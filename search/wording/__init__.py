"""What can be learnt from wording: where a phrase stands, what it goes with, what is like it."""

from search.wording.alike import Likeness, Precedents, alike, like_paragraph
from search.wording.compare import Comparison, Difference, compare
from search.wording.concordance import Concordance, Line, concordance
from search.wording.distinctive import Phrase, distinctive
from search.wording.profile import Profile, Share, profile

__all__ = [
    "Comparison",
    "Concordance",
    "Difference",
    "Likeness",
    "Line",
    "Phrase",
    "Precedents",
    "Profile",
    "Share",
    "alike",
    "compare",
    "concordance",
    "distinctive",
    "like_paragraph",
    "profile",
]
