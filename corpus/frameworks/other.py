"""Framework `other`: reports of no known framework, read by the words in their headings."""

from corpus.frameworks.common_headings import ABOUT, RECOMMENDATIONS, TOPIC_HEADINGS
from corpus.frameworks.framework import Framework

OTHER = Framework(
    "other",
    title_pattern=None,
    heading_rules=(ABOUT, RECOMMENDATIONS, *TOPIC_HEADINGS),
    is_graded=True,
)
