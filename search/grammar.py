"""The signs of the query language: Whoosh's parser with the plugins that serve, as flat nodes."""

from __future__ import annotations

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

    expr, nodetype = r"(?P<text>\w[\w'’-]*)~1?(?=[\s)]|$)", Nearly


WORD_START, WORD_END = r"(?:^|(?<=[\s()]))", r"(?=[\s()]|$)"
MINUS = r'(?:^|(?<=[\s(]))-(?=[\w"(])'


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


def parser() -> QueryParser:
    """Return Whoosh's parser for our language; it knows no schema, the words stay as typed."""
    return QueryParser(
        "text",
        None,
        plugins=[
            plugins.GroupPlugin(),
            operators(),
            plugins.PhrasePlugin(r'"(?P<text>[^"]*)"(~(?P<slop>[1-9][0-9]?))?'),
            StrayQuotePlugin(),
            EverythingPlugin(),
            plugins.PrefixPlugin(r"(?P<text>\w[\w'’-]*)[*](?=[\s)]|$)"),
            NearlyPlugin(),
            plugins.FieldsPlugin(r"(?<!\w)(?P<text>[A-Za-z]\w*):", remove_unknown=False),
        ],
    )
