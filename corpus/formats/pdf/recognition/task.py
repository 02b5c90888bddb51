"""PageTask: the page that a worker is asked to recognise, told without importing pdfium."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PageTask:
    """Page `number` (from 1) of the PDF with that content."""

    content: bytes = field(repr=False)
    number: int
