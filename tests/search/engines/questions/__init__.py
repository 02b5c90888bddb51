"""One question per member of the protocol, whose answer is the same from every engine.

What is promised of an answer by itself, such as the order of its scores, is asserted here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from search.engine import Engine
from tests.search.engines.questions import reports, search, wording, words
from tests.search.engines.questions.sample import Sample

QUESTIONS: Mapping[str, Callable[[Engine, Sample], object]] = {
    "state": search.ask_state,
    "vocabulary": words.ask_vocabulary,
    "query_cache": search.ask_query_cache,
    "names": search.ask_names,
    "answer": search.ask_answer,
    "count": search.ask_count,
    "paragraph": reports.ask_paragraph,
    "report_of": reports.ask_report_of,
    "neighbourhood": reports.ask_neighbourhood,
    "report": reports.ask_report,
    "reports": reports.ask_reports,
    "authorities": reports.ask_authorities,
    "grade_history": reports.ask_grade_history,
    "frequency": words.ask_frequency,
    "word_vectors": words.ask_word_vectors,
    "near_words": words.ask_near_words,
    "compounds": words.ask_compounds,
    "occurrences": wording.ask_occurrences,
    "usage": wording.ask_usage,
    "shared_usage": wording.ask_shared_usage,
    "distinctive_phrases": wording.ask_distinctive_phrases,
    "similar": wording.ask_similar,
}
"""By the member of the protocol that each asks; none depends on the order of relevance."""
