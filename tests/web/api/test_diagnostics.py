"""What is said of the filters of an address is data, and stands at no place of the query."""

from search.model import Diagnostic, Span
from web.api.diagnostics import diagnose


def test_each_notice_is_a_diagnostic_in_its_order():
    sentences = ["No report is on Elm.", "No report is on Ash."]
    assert diagnose(sentences) == tuple(
        Diagnostic("no-report", Span(0, 0), sentence) for sentence in sentences
    )
    assert diagnose([]) == ()
