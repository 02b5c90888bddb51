"""Superscripts: raised text, written so that the mark of a note never reads as part of a number."""

from __future__ import annotations

import re

TO_SUPERSCRIPTS = str.maketrans(
    "0123456789abcdefghijklmnprstuvwxyz*", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵖʳˢᵗᵘᵛʷˣʸᶻ﹡"
)
"""A raised `o` stands for degrees or a number more often than for a note, and stays."""

ONE_MARK = r"(?:\d+|[ivx]+|[a-np-z]|[*†‡§¶]+)"
NOTE_MARKS = re.compile(rf"\s*{ONE_MARK}(?:\s?[,;–-]\s?{ONE_MARK})*[,;]?\s*")
BRACKETED_NOTE_MARKS = re.compile(rf"\s*[\[(]({ONE_MARK}(?:\s?[,;–-]\s?{ONE_MARK})*)[\])]\s*")


def superscript(text: str) -> str:
    """Return the text of a raised part of a line.

    What may be marks of notes comes in superscript characters and without brackets; all else, such
    as the raised letters of `1st` or a trademark's, stays as it is.
    """
    bracketed = BRACKETED_NOTE_MARKS.fullmatch(text)
    if bracketed:
        return bracketed[1].translate(TO_SUPERSCRIPTS)
    return text.translate(TO_SUPERSCRIPTS) if NOTE_MARKS.fullmatch(text) else text
