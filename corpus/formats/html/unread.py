"""What of a page is not read as text, and which of it becomes a doubt."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.formats.document import HIDDEN_TEXT, UNREAD_TEXT, LeftOut
from corpus.formats.html.parts import is_said
from corpus.formats.html.visibility import (
    CONTROL_TAGS,
    SILENT_TAGS,
    UNREAD_TAGS,
    OpenElements,
    is_off_page,
)

SVG_NOTES = {"defs", "desc", "metadata"}


class UnreadText:
    """The text of hidden elements, of pictures and of lists to choose from."""

    def __init__(self) -> None:
        self.left_out: list[LeftOut] = []
        self.silent = OpenElements()
        self.kind = ""  # of the text in the hidden element that is open
        self.is_always_named = False  # whether it becomes a doubt, however short
        self.texts: list[str] = []
        self.white: list[str] = []

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element that is not read."""
        self.kind = UNREAD_TEXT if tag in UNREAD_TAGS else HIDDEN_TEXT
        self.is_always_named = tag in UNREAD_TAGS or is_off_page(attributes)

    def start(self, tag: str) -> None:
        """Begin an element within one that is not read, or that one itself."""
        self.silent.start(tag, tag in SILENT_TAGS | CONTROL_TAGS | SVG_NOTES)
        self.texts.append(" ")

    def end(self, tag: str) -> None:
        """End an element within one that is not read."""
        self.silent.end(tag)
        self.texts.append(" ")

    def data(self, data: str) -> None:
        """Take text that is not read."""
        if not self.silent:
            self.texts.append(data)

    def close(self) -> None:
        """End the outermost element that is not read."""
        text = " ".join("".join(self.texts).split())
        if text and (self.is_always_named or is_said(text)):
            self.left_out.append(LeftOut(self.kind, text))
        self.texts = []

    def end_line(self) -> None:
        """End a line, whose white text becomes a doubt."""
        if text := " ".join("".join(self.white).split()):
            self.left_out.append(LeftOut(HIDDEN_TEXT, text))
        self.white = []
