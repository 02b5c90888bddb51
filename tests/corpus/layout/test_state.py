"""The state in which the pipeline begins."""

from corpus.layout.state import LayoutState, initial_state
from tests.corpus.layout.printing import document, line


def test_at_first_only_the_document_and_its_words_are_known():
    printed = document([line("Help is timely", 100), line("and safe", 120)])
    state = initial_state(printed)
    assert state == LayoutState(printed, state.words)
    assert state.words.texts == ("Help is timely", "and safe")
    assert (state.lines, state.line_groups, state.blocks, state.furniture) == ((), (), (), ())
