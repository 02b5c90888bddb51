"""What of a page is not shown as text: hidden elements, and what is struck out."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What a browser shows none of, but the title of the page, which is no text of it either.
SILENT_TAGS = {
    "applet", "audio", "canvas", "datalist", "iframe", "meter", "noembed", "noframes", "noscript",
    "object", "progress", "rp", "rt", "script", "style", "template", "title", "video",
}  # fmt: skip
CONTROL_TAGS = {"button", "nav"}  # what a reader moves about by
UNREAD_TAGS = {"select", "svg"}  # shown, and no text in lines
HIDDEN_TAGS = SILENT_TAGS | CONTROL_TAGS | UNREAD_TAGS
STRUCK_TAGS = {"del", "s", "strike"}
ALWAYS_SHOWN_TAGS = {"html", "body"}  # scripts show these when the page is ready
VOID_TAGS = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
}  # fmt: skip

# Classes of the common style sheets for what only screen readers say.
UNSEEN_CLASSES = {
    "visually-hidden", "visuallyhidden", "govuk-visually-hidden", "nhsuk-u-visually-hidden",
    "sr-only", "screen-reader-text", "element-invisible",
}  # fmt: skip
# `aria-hidden` marks menus and dialogs that are closed, but also words and signs that are shown
# and need not be said: only such containers are taken to be hidden.
CLOSED_CONTAINERS = {"aside", "div", "dialog", "footer", "form", "header", "ol", "section", "ul"}

HIDING_STYLE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|(?<![\w-])opacity:0?(?:\.0+)?(?![\d.])"
    r"|font-size:0(?![\d.])"
)
# Text that is moved out of sight, or shown through a hole that is too small for it.
OFF_PAGE_STYLE = re.compile(
    r"(?<![\w-])(?:left|right|top|bottom|text-indent|margin|margin-(?:left|top)):-\d{3,}(?:px|r?em|pt|%|vw)"
    r"|translate(?:x|y|3d)?\([^)]{0,40}-\d{4,}|(?<![\w-])clip:rect\([01](?:px)?[,)01px]*\)"
    r"|clip-path:inset\((?:50|100)%|scale\(0\)"
)
STRIKING_STYLE = re.compile(r"text-decoration(?:-line)?:[a-z#]*line-through")
RAISING_STYLE = re.compile(r"vertical-align:super")


class OpenElements:
    """Whether an element of one kind is open, told by the outermost one and its namesakes in it."""

    def __init__(self) -> None:
        self.tags: list[str] = []

    def __bool__(self) -> bool:
        return bool(self.tags)

    def start(self, tag: str, is_kind: bool) -> None:
        """Begin an element, which is of the kind or not."""
        if (tag == self.tags[0] if self.tags else is_kind) and tag not in VOID_TAGS:
            self.tags.append(tag)

    def end(self, tag: str) -> None:
        """End an element."""
        if self.tags and tag == self.tags[0]:
            self.tags.pop()


def plain_style(attributes: Mapping[str, str]) -> str:
    """Return an element's own style, without spaces, in small letters."""
    return "".join(attributes.get("style", "").split()).lower()


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element is not shown, as far as it says so itself."""
    if tag in HIDDEN_TAGS:
        return True
    if tag in ALWAYS_SHOWN_TAGS:
        return False
    return (
        "hidden" in attributes
        or (tag == "dialog" and "open" not in attributes)
        or (tag in CLOSED_CONTAINERS and attributes.get("aria-hidden") == "true")
        or not UNSEEN_CLASSES.isdisjoint(attributes.get("class", "").split())
        or HIDING_STYLE.search(plain_style(attributes)) is not None
        or is_off_page(attributes)
    )


def is_off_page(attributes: Mapping[str, str]) -> bool:
    """Return whether an element's own style puts its text where no reader sees it."""
    return OFF_PAGE_STYLE.search(plain_style(attributes)) is not None


def is_struck(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element's text has a line through it, or was deleted."""
    return tag in STRUCK_TAGS or STRIKING_STYLE.search(plain_style(attributes)) is not None


def is_raised(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element's text is superscript."""
    return tag == "sup" or RAISING_STYLE.search(plain_style(attributes)) is not None
