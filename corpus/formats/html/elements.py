"""The elements that are open on a page: in which part of it text stands, in a link, or in white."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.formats.html.colours import has_ground, text_is_white
from corpus.formats.html.visibility import VOID_TAGS

# The parts of a page. Of one that names its main part, what stands around that is the report's,
# too, but for its header, footer and the like, and lines that are links.
PAGE, MAIN, ARTICLE, SITE, FOOTER, LINKS = "page", "main", "article", "site", "footer", "links"
PART_TAGS = {
    "main": MAIN, "article": ARTICLE, "footer": FOOTER,
    "header": SITE, "aside": SITE, "form": SITE, "dialog": SITE,
}  # fmt: skip
PART_ROLES = {
    "main": MAIN, "article": ARTICLE, "contentinfo": FOOTER, "banner": SITE,
    "complementary": SITE, "navigation": SITE, "search": SITE, "dialog": SITE,
}  # fmt: skip
COOKIES = re.compile(r"cookie|consent-banner", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OpenElement:
    """An open element: the part of the page that its text is in, and how the text looks."""

    tag: str
    part: str = PAGE
    is_link: bool = False
    is_white: bool = False
    has_ground: bool = False

    def open(self, tag: str, attributes: Mapping[str, str]) -> OpenElement:
        """Return an element within this one. Links have a colour of their own."""
        is_link = tag == "a" and "href" in attributes
        return OpenElement(
            tag,
            inner_part(self.part, named_part(tag, attributes)),
            self.is_link or is_link,
            text_is_white(attributes, self.is_white and not is_link),
            has_ground(attributes, self.has_ground),
        )

    @property
    def is_unseen(self) -> bool:
        """Whether its text is white on white."""
        return self.is_white and not self.has_ground


class ElementStack:
    """The open elements of a page, the outermost first."""

    def __init__(self) -> None:
        self.elements = [OpenElement("")]
        self.counts: Counter[str] = Counter()

    @property
    def innermost(self) -> OpenElement:
        """The innermost open element."""
        return self.elements[-1]

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if tag not in VOID_TAGS:
            self.elements.append(self.innermost.open(tag, attributes))
            self.counts[tag] += 1

    def end(self, tag: str) -> None:
        """End the innermost element of a tag, and what is open in it."""
        while self.counts[tag]:
            ended = self.elements.pop().tag
            self.counts[ended] -= 1
            if ended == tag:
                return


def named_part(tag: str, attributes: Mapping[str, str]) -> str | None:
    """Return the part of a page that an element says it is, None where it says nothing."""
    if tag in ("html", "body"):
        return None
    if COOKIES.search(f"{attributes.get('id', '')} {attributes.get('class', '')}"):
        return SITE
    return PART_ROLES.get(attributes.get("role", "")) or PART_TAGS.get(tag)


def inner_part(outer: str, named: str | None) -> str:
    """Return the part that text is in: the main one or an article whatever stands in it."""
    for part in (MAIN, ARTICLE):
        if part in (outer, named):
            return part
    return named or outer
