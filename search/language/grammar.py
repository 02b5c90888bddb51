"""The signs of the query language: Whoosh's parser with the plugins that serve, as flat nodes."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Any

from whoosh import query
from whoosh.qparser import plugins, syntax
from whoosh.qparser.default import QueryParser

Open = plugins.GroupPlugin.OpenBracket
Close = plugins.GroupPlugin.CloseBracket
Phrase = plugins.PhrasePlugin.PhraseNode
Prefix = plugins.PrefixPlugin.PrefixNode
Word = syntax.WordNode
Field = syntax.FieldnameNode
Group = syntax.GroupNode
Not = syntax.NotGroup
Or = syntax.OrGroup
Prefixed = syntax.PrefixOperator
Infix = syntax.InfixOperator
Operator = syntax.Operator
Node = syntax.SyntaxNode


# The word before a star or tilde. It is bounded: where a text is one long run of such letters and
# signs, each place in it would be looked at up to the end.
STARRED = r"\w[\w'’-]{0,99}"


class StrayQuote(syntax.MarkerNode):
    """A quotation mark without a partner."""


class Everything(syntax.MarkerNode):
    """A star that stands alone."""


class Nearly(syntax.TextNode):
    """A word that may be one edit off: `word~`."""

    qclass = query.FuzzyTerm


class StrayQuotePlugin(plugins.TaggingPlugin):
    """Tags the quotation marks that no phrase took."""

    expr, nodetype, priority = '"', StrayQuote, 10


class EverythingPlugin(plugins.TaggingPlugin):
    """Tags `*` and `*:*` standing alone."""

    expr, nodetype = r"(?:^|(?<=[\s(]))\*(:\*)?(?=[\s)]|$)", Everything

    def create(self, parser: QueryParser, match: object) -> Everything:
        """Return the node; a star has nothing more to say."""
        return Everything()


class NearlyPlugin(plugins.TaggingPlugin):
    """Tags `word~` and `word~1`."""

    expr, nodetype = rf"(?<!\w)(?P<text>{STARRED})~1?(?=[\s)]|$)", Nearly


WORD_START, WORD_END = r"(?:^|(?<=[\s()]))", r"(?=[\s()]|$)"
MINUS = r'(?:^|(?<=[\s(]))-(?=[\w"(])'
# Where a sign may begin: what comes here and is none is told apart by the sign itself.
SIGN = rf"""["()*]|{MINUS}|(?<!\w)(?:AND|OR|NOT|\w+:|{STARRED}[*~])"""
BEGINS, SIGNS = re.compile(rf"\s|{SIGN}"), re.compile(SIGN)


def operators() -> plugins.OperatorsPlugin:
    """Return AND, OR, NOT and the minus sign, also where they dangle (they are mended later)."""
    minus = plugins.OperatorsPlugin.OpTagger(MINUS, Not, Prefixed, memo="minus")
    return plugins.OperatorsPlugin(
        [(minus, 0)],
        And=f"{WORD_START}AND{WORD_END}",
        Or=f"{WORD_START}OR{WORD_END}",
        Not=f"{WORD_START}NOT{WORD_END}",
        AndNot=None,
        AndMaybe=None,
        Require=None,
    )


class Parser(QueryParser):
    """Whoosh's parser, which tries signs only where one may begin.

    It remembers nothing of what it parsed; any number of threads may use it.
    """

    @cached_property
    def _signs(self) -> list[Any]:
        """The signs, spaces first: most are, and no other sign begins with one."""
        return sorted(self.taggers(), key=lambda sign: not sign.match(self, " ", 0))

    @cached_property
    def _filters(self) -> list[Any]:
        return list(super().filters())

    def filters(self) -> list[Any]:
        """Return what brings flat nodes under their operators, sorted once and not each time."""
        return self._filters

    def tag(self, text: str, pos: int = 0, debug: bool = False) -> syntax.GroupNode:
        """Return the signs of the text from `pos` on, and the words between them, flat."""
        nodes, done = [], pos
        while begins := BEGINS.search(text, pos):
            pos = begins.start()
            node = self._sign(text, pos)
            if node is None:
                pos += 1
            else:
                nodes += [*_between(text, done, pos), node]
                done = pos = node.endchar
        return self.group([*nodes, *_between(text, done, len(text))])

    def _sign(self, text: str, pos: int) -> syntax.SyntaxNode | None:
        for sign in self._signs:
            node = sign.match(self, text, pos)
            if node is not None:
                return node
        return None


def _between(text: str, start: int, end: int) -> list[syntax.SyntaxNode]:
    return [Word(text[start:end]).set_range(start, end)] if start < end else []


@lru_cache(maxsize=1)
def parser() -> Parser:
    """Return Whoosh's parser for our language; it knows no schema, the words stay as typed."""
    return Parser(
        "text",
        None,
        plugins=[
            plugins.GroupPlugin(),
            operators(),
            plugins.PhrasePlugin(r'"(?P<text>[^"]*)"(~(?P<slop>[1-9][0-9]?))?'),
            StrayQuotePlugin(),
            EverythingPlugin(),
            plugins.PrefixPlugin(rf"(?<!\w)(?P<text>{STARRED})[*](?=[\s)]|$)"),
            NearlyPlugin(),
            plugins.FieldsPlugin(r"(?<!\w)(?P<text>[A-Za-z]\w*):", remove_unknown=False),
        ],
    )
