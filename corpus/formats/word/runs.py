"""The text of one Word paragraph as it is printed, and the text boxes anchored in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from corpus.formats.document import HIDDEN_TEXT, LeftOut
from corpus.formats.superscripts import superscript
from corpus.formats.word.colours import Grounds, is_ground, is_white
from corpus.formats.word.styles import ParagraphStyle, RunStyle, StyleSheet
from corpus.formats.word.symbols import shown_text, symbol_text
from corpus.formats.word.xml import M_NAMESPACE, MC_NAMESPACE, attribute, is_on, w

ALTERNATIVES = f"{{{MC_NAMESPACE}}}AlternateContent"
FALLBACK = f"{{{MC_NAMESPACE}}}Fallback"
CONTROL, SHOWS_PROMPT = w("sdt"), f"{w('sdtPr')}/{w('showingPlcHdr')}"
MATH_TEXT = f"{{{M_NAMESPACE}}}t"

# What is in these is not printed: tracked deletions, where moved text came from, settings, the
# reading aid above East Asian text, and the instructions of fields.
UNPRINTED = {
    *(w(name) for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "trPr")),
    *(w(name) for name in ("tcPr", "sectPr", "rt", "delText", "instrText", "delInstrText")),
}
TEXT_OF_ELEMENT = {
    w("tab"): " ",
    w("ptab"): " ",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
SYMBOL_CODE = re.compile(r"[0-9A-Fa-f]{1,5}")

Piece = tuple[str, bool]
"""A part of a paragraph's text, and whether it is bold."""


@dataclass(slots=True)
class ParagraphText:
    """The pieces of a paragraph's text, and the w:txbxContent elements anchored in it.

    `unseen` are the texts of the last paragraph that no reader sees.
    """

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole text; forced line breaks are newlines."""
        return "".join(text for text, _ in self.pieces)

    @property
    def is_bold(self) -> bool:
        """Whether all of the text is bold."""
        return all(bold for text, bold in self.pieces if text.strip())


def printed_children(element: Any) -> Iterator[Any]:
    """Yield the children of an element that are printed; of alternatives, those of the first.

    Alternatives are the same content for newer and older programs. What a content control asks
    for, where nobody has filled it in, is no content.
    """
    for child in element.iterchildren("*"):
        if child.tag == CONTROL and is_on(child.find(SHOWS_PROMPT)):
            continue
        if child.tag == ALTERNATIVES:
            branch = next((b for b in child if b.tag != FALLBACK), None)
            yield from printed_children(next(iter(child), child) if branch is None else branch)
        elif child.tag not in UNPRINTED:
            yield child


class ParagraphReader:
    """Read paragraphs with the styles of their file; `left_out` is what no reader sees of them."""

    def __init__(self, styles: StyleSheet) -> None:
        self.styles = styles
        self.left_out: list[LeftOut] = []
        self.grounds = Grounds()

    def read(self, paragraph: Any, style: ParagraphStyle, content: ParagraphText) -> None:
        """Add the text of a w:p element that is set in `style` to `content`."""
        content.unseen = []
        self.take(paragraph, style, style.text, [], content)
        if unseen := " ".join("".join(content.unseen).split()):
            self.left_out.append(LeftOut(HIDDEN_TEXT, unseen))

    def is_unseen(self, run: Any, look: RunStyle, style: ParagraphStyle) -> bool:
        """Return whether no reader sees a run: it is hidden, or white on white."""
        if look.hidden or not is_white(look.colour):
            return look.hidden
        if is_ground(look.ground) or is_ground(style.ground):
            return False
        return not self.grounds.may_be_behind(run)

    def take(
        self,
        element: Any,
        paragraph_style: ParagraphStyle,
        look: RunStyle,
        fields: list[bool],
        content: ParagraphText,
    ) -> None:
        """Add to `content` what is printed in an element; its own text looks like `look`.

        `fields` has for each open field whether its instruction is still going on.
        """
        for child in printed_children(element):
            tag = child.tag
            if tag == w("r"):
                run_look = self.styles.run_style(paragraph_style, child.find(w("rPr")))
                if self.is_unseen(child, run_look, paragraph_style):
                    content.unseen += [text.text or "" for text in child.iter(w("t"))]
                else:
                    self.take(child, paragraph_style, run_look, fields, content)
            elif tag == w("fldChar"):
                follow_field(fields, attribute(child, "fldCharType"))
            elif tag == w("txbxContent"):
                content.boxes.append(child)
            elif text := element_text(child, look):
                if not any(fields) and not look.struck:
                    content.pieces.append((text, look.bold))
            else:
                self.take(child, paragraph_style, look, fields, content)


def follow_field(fields: list[bool], change: str) -> None:
    """Change the open fields as a w:fldChar of a type does: its result follows its instruction."""
    if change == "begin":
        fields.append(True)
    elif change == "separate" and fields:
        fields[-1] = False
    elif change == "end" and fields:
        fields.pop()


def element_text(element: Any, look: RunStyle) -> str:
    """Return the text that an element itself stands for, footnote marks as superscript digits."""
    if element.tag == w("t"):
        text = shown_text(look.font, element.text or "")
        return superscript(text) if look.raised else text
    if element.tag == MATH_TEXT:
        return element.text or ""
    if element.tag == w("sym"):
        code = attribute(element, "char")
        is_code = SYMBOL_CODE.fullmatch(code)
        return symbol_text(attribute(element, "font"), int(code, 16)) if is_code else " "
    return TEXT_OF_ELEMENT.get(element.tag, "")
