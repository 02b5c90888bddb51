"""The tags and texts of a page in their order, told to a target: no tree is built."""

from __future__ import annotations

from lxml import etree


def parse(text: str, target: object) -> None:
    """Call a target's methods `start`, `end` and `data` for a page's tags and texts, and `close`.

    libxml2 closes elements as HTML's rules say, whatever the page leaves open.
    """
    # huge_tree lifts libxml2's limit on depth: without a tree, deep nesting costs nothing.
    parser = etree.HTMLParser(target=target, huge_tree=True)
    parser.feed(text)
    parser.close()
