"""An HTML page: how it is known, what its title and text are, and whether it is an error page."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.errors import Refused
from corpus.formats.document import Document
from corpus.formats.html.lists import count_items
from corpus.formats.html.parser import parse
from corpus.formats.html.target import HtmlTarget

PROLOG = re.compile(r"\s+|<\?xml[^>]*>|<!--")
FIRST_TAG = re.compile(r"<(?:!doctype\s+html|([a-z][a-z0-9]*))\b", re.IGNORECASE)
TEXT_TAG = re.compile(r"<(?:body|p|div|h[1-6]|li|td)\b[^<>]*>", re.IGNORECASE)
# What a file is HTML that begins with one of these; Markdown may begin with others.
PAGE_TAGS = {
    "html", "head", "title", "meta", "link", "style", "script", "base", "body", "main", "article",
    "section", "header", "nav", "aside", "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "table",
    "ul", "ol", "dl", "form", "center", "blockquote", "pre", "hr", "font", "noscript",
}  # fmt: skip
INLINE_TAGS = {"a", "b", "strong", "i", "em", "u", "span", "img", "br", "small"}

# What an error page says as a part of its title, between dashes, bars and the like.
TITLE_PART = re.compile(r"[^|–—·:»]+?(?=\s+-+\s+|[|–—·:»]|$)")
ERROR_TITLE = re.compile(
    r"(?:http )?(?:status )?(?:error )?(?:code )?(?:40\d|41\d|429|50\d)\b.{0,40}"
    r"|(?:an )?error(?: page| occurred| has occurred)?"
    r"|(?:sorry )?(?:(?:the|this|that) )?(?:\w+ ){0,2}"
    r"(?:page|report|file|document|resource|item|content|site|object|url|link)?"
    r"(?: (?:that )?you (?:requested|(?:are|were) looking for))?"
    r" ?(?:could not be|cannot be|can t be|was not|is not|not) (?:found|available)"
    r"|(?:page|service|site|server|website|temporarily|report|file|document)"
    r"(?: is)?(?: temporarily| currently)? ?unavailable"
    r"|(?:access|permission) (?:is )?(?:denied|forbidden)|forbidden|unauthori[sz]ed"
    r"|bad gateway|bad request|gateway time-?out|internal server error"
    r"|(?:please )?(?:sign|log) ?in(?: to .{1,40}| required)?|just a moment|one moment please"
    r"|attention required.{0,40}|are you (?:a )?(?:human|robot)|security check|session expired",
    re.IGNORECASE,
)
MAX_TAGS = 100_000  # the longest reports have some thousand
# A page with more text is a report, whatever its title is, or whatever a part of its title is.
MAX_ERROR_PAGE_CHARACTERS, MAX_CHARACTERS_OF_PART = 3_000, 500


def is_html(text: str) -> bool:
    """Return whether a text begins as an HTML page does."""
    at = 0
    while prolog := PROLOG.match(text, at):
        at = prolog.end()
        if prolog[0] == "<!--":
            at = text.find("-->", at)
            if at < 0:
                return False
            at += len("-->")
    first = FIRST_TAG.match(text, at)
    if first is None:
        return False
    tag = (first[1] or "html").lower()
    return tag in PAGE_TAGS or (tag in INLINE_TAGS and TEXT_TAG.search(text) is not None)


def read_html(path: Path, text: str) -> Document:
    """Return the blocks of an HTML file. Raise Refused for an error page, or too many tags."""
    if text.count("<") > MAX_TAGS:
        raise Refused(str(path), f"has over {MAX_TAGS:,} tags, which no report has", "leave it out")
    text = text.replace("\0", "")  # as browsers do
    target = HtmlTarget(count_items(text))
    parse(text, target)
    lines = tuple(target.parts.read_lines())
    title = " ".join("".join(target.title).split()) or None
    if title and is_error_page(title, sum(len(line.text) for line in lines)):
        cause = f'is a web page that says "{title[:80]}"'
        raise Refused(str(path), cause, "fetch the report again")
    left_out = (*target.parts.left_out(), *target.unread.left_out)
    return Document(lines, flowing=True, title=title, left_out=left_out)


def is_error_page(title: str, characters: int) -> bool:
    """Return whether a page with a title and so many characters of text is an error page.

    All of its title is then what error pages say, or a part of it where there is hardly any text.
    """
    if characters > MAX_ERROR_PAGE_CHARACTERS:
        return False
    parts = [" ".join(re.findall(r"\w+", part)) for part in TITLE_PART.findall(title[:400])]
    says_error = [bool(ERROR_TITLE.fullmatch(part)) for part in parts if part]
    return any(says_error) and (all(says_error) or characters <= MAX_CHARACTERS_OF_PART)
