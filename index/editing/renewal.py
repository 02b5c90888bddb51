"""Put a report that is held in again, with what is to be added to it by now."""

from __future__ import annotations

from corpus.corrections.supplements import Supplements, as_read, supplement
from corpus.model import Report
from index.writer import Writer


def renew_report(writer: Writer, report: Report, supplements: Supplements) -> Report:
    """Put a report, as it is held, in with these supplements and no others, and return it so."""
    renewed = supplement(as_read(report), supplements)
    writer.put(renewed, writer.sources[report.id].reader)
    return renewed
