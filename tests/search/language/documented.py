"""Every query that the documentation shows: in commands, code, addresses, tables, examples, help."""

from __future__ import annotations

import html
import re
import shlex
from collections.abc import Iterator
from urllib.parse import parse_qs

from corpus.registry import registry
from search.model import Request
from tests.source_tree import ROOT
from web.pages.search import EXAMPLE_QUERIES

PAGE = ROOT / "docs" / "query-language.md"
WITH_REPORTS_OF_ITS_OWN = "frameworks.md"
PAGES = (
    ROOT / "README.md",
    *sorted(p for p in (ROOT / "docs").glob("*.md") if p.name != WITH_REPORTS_OF_ITS_OWN),
)
TEMPLATES = ROOT / "web" / "templates"

COMMAND = re.compile(r"^ +evidence search (['\"].*)$", re.MULTILINE)
ADDRESS = re.compile(r"/search\?([^'\s]+)")
CALL = re.compile(r"Request\((?:[^()]|\([^()]*\))+\)")
COMPARED = re.compile(r"Request\([^()]*\), ('[^']*')")
NO_QUERIES = re.compile(r"AND|OR|NOT|--.*|.*/.*|\w+=\w+|capitals|same")
"""What is named beside the queries: operators, options, files, and the keys of the vocabulary."""


def documented() -> Iterator[tuple[str, Request]]:
    """The name of a file and a Request, for each query that it shows."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for requests in (of_commands(text), of_addresses(text), of_code(text)):
            yield from ((page.name, request) for request in requests)
    for query in (*of_language_page(), *of_templates()):
        yield query[0], Request(query[1])
    for query, _ in EXAMPLE_QUERIES:
        yield "search.py", Request(query)


def of_commands(text: str) -> Iterator[Request]:
    """The queries of `evidence search`, with what its options filter by."""
    for line in COMMAND.findall(text):
        query, *rest = shlex.split(line)
        if query == "QUERY":
            continue
        options: dict[str, tuple[str, ...]] = {}
        for option, value in zip(rest, [*rest[1:], ""], strict=True):
            if option.startswith("--") and not value.startswith("--"):
                options[option[2:]] = (*options.get(option[2:], ()), value)
        yield Request(query, {key: options[key] for key in registry().choices if key in options})
        yield from map(Request, options.get("compare", ()))


def of_addresses(text: str) -> Iterator[Request]:
    """The queries of addresses, with the filters beside them."""
    for parameters in map(parse_qs, ADDRESS.findall(text)):
        filters = {key: tuple(parameters[key]) for key in registry().choices if key in parameters}
        yield Request(parameters["q"][0], filters)


def of_code(text: str) -> Iterator[Request]:
    """The Requests of examples in Python, but those that ask for nothing."""
    for call in CALL.findall(text):
        yield eval(call, {"Request": Request})
    for literal in COMPARED.findall(text):
        yield Request(literal.strip("'"))


def codes(text: str) -> list[str]:
    """What a text in Markdown sets as code, on one line or across two."""
    return [" ".join(code.split()) for code in re.findall(r"`([^`]+)`", text)]


def of_language_page() -> Iterator[tuple[str, str]]:
    """What the page on the language says can be typed."""
    text = PAGE.read_text(encoding="utf-8").split("## Words")[1].split("## Ranking")[0]
    for code in codes(text):
        if not NO_QUERIES.fullmatch(code):
            yield PAGE.name, code


def of_templates() -> Iterator[tuple[str, str]]:
    """The examples on the help page and those that other pages link to."""
    for code in re.findall(r"<(?:code|q)>([^<]+)</", (TEMPLATES / "help.html").read_text("utf-8")):
        if not NO_QUERIES.fullmatch(code):
            yield "help.html", html.unescape(code)
    for template in sorted(TEMPLATES.rglob("*.html")):
        text = template.read_text(encoding="utf-8")
        for query in re.findall(r"\b(?:q|other)='([^']+)'[,)]", text):
            yield template.name, query
