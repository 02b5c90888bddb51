"""Reports that follow no framework that is known: read by the words in their headings."""

from corpus.frameworks.framework import ABOUT, COMMON, RECOMMENDATIONS, Framework

OTHER = Framework("other", sign=None, parts=(ABOUT, RECOMMENDATIONS, *COMMON), graded=True)
