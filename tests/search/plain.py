"""The search engine again, in plain Python over whole texts: slow, short, and to be believed."""

from fnmatch import fnmatchcase
from functools import cache, singledispatchmethod
from math import log1p

from whoosh import query

from index.analysis import stem, terms
from index.facets import FACET, PARAGRAPH_FACETS, WORD_FIELDS
from search.language.nodes import MinimumWeight, Synonyms

K1, B = 1.2, 0.75


def day(report):
    return int(report.dated.strftime("%Y%m%d")) if report.dated else 0


def facet_values(report, paragraph, key):
    """The values of a facet that a paragraph has."""
    facet = FACET[key]
    found = facet.values(paragraph) if facet in PARAGRAPH_FACETS else (facet.value(report),)
    return {value for value in found if value is not None}


class Plain:
    """Reports as a list; `answer(node)` gives paragraph id -> score."""

    def __init__(self, reports):
        self.pairs = [(report, paragraph) for report in reports for paragraph in report.paragraphs]
        self.words = {paragraph.id: terms(paragraph.text) for _, paragraph in self.pairs}
        self.average = sum(map(len, self.words.values())) / max(1, len(self.pairs)) or 1.0

    def said(self, paragraph, field):
        found = self.words[paragraph.id]
        return [stem(word) for word in found] if field == "text" else found

    def idf(self, df):
        return log1p((len(self.pairs) - df + 0.5) / (df + 0.5))

    def bm25(self, counts, idf=None):
        """Scores of paragraph id -> frequency."""
        counts = {name: tf for name, tf in counts.items() if tf}
        weight = self.idf(len(counts)) if idf is None else idf
        return {
            name: weight
            * tf
            * (K1 + 1)
            / (tf + K1 * (1 - B + B * len(self.words[name]) / self.average))
            for name, tf in counts.items()
        }

    def answer(self, node):
        boost = getattr(node, "boost", 1.0)
        return {name: boost * score for name, score in self.found(node).items()}

    def filtered(self, test):
        return {paragraph.id: 1.0 for report, paragraph in self.pairs if test(report, paragraph)}

    def every(self):
        return self.filtered(lambda report, paragraph: True)

    def times(self, field, test):
        """How many words of each paragraph pass a test."""
        return {p.id: sum(map(test, self.said(p, field))) for _, p in self.pairs}

    def counts(self, node):
        if isinstance(node, query.Phrase):
            return {p.id: self.occurrences(node, p) for _, p in self.pairs}
        return self.times(node.fieldname, node.text.__eq__)

    def occurrences(self, node, paragraph):
        """How many places end an occurrence of a phrase."""
        said = self.said(paragraph, node.fieldname)
        ends = {place for place, word in enumerate(said) if word == node.words[0]}
        for word in node.words[1:]:
            ends = {
                place
                for place, here in enumerate(said)
                if here == word and any(0 < place - end <= node.slop for end in ends)
            }
        return len(ends)

    @singledispatchmethod
    def found(self, node):
        raise NotImplementedError(type(node))

    @found.register
    def _(self, node: query.Term):
        if node.fieldname in WORD_FIELDS:
            return self.bm25(self.counts(node))
        if node.fieldname == "report":
            return self.filtered(lambda r, p: r.id == node.text)
        return self.filtered(lambda r, p: node.text in facet_values(r, p, node.fieldname))

    @found.register
    def _(self, node: query.And):
        parts = [self.answer(one) for one in node if not isinstance(one, query.Not)]
        parts = parts or [self.every()]
        nots = set().union(*(self.answer(n.query) for n in node if isinstance(n, query.Not)))
        names = set.intersection(*map(set, parts)) - nots
        return {name: sum(part[name] for part in parts) for name in names}

    def union(self, node, together):
        parts = [self.answer(one) for one in node]
        names = set().union(*parts)
        return {name: together([part[name] for part in parts if name in part]) for name in names}

    @found.register
    def _(self, node: query.Or):
        return self.union(node, sum)

    @found.register
    def _(self, node: query.DisjunctionMax):
        return self.union(node, max)

    @found.register
    def _(self, node: MinimumWeight):
        parts = [self.answer(one) for one in node]
        weights = [self.idf(len(part)) if part else 0 for part in parts]
        least = node.share * sum(weights) * (1 - 1e-6)

        def held(name):
            return sum(w for w, part in zip(weights, parts, strict=True) if name in part)

        return {name: s for name, s in self.union(node, sum).items() if held(name) >= least}

    @found.register
    def _(self, node: Synonyms):
        counts = {p.id: 0.0 for _, p in self.pairs}
        for form in node:
            for name, tf in self.counts(form).items():
                counts[name] += form.boost * tf
        return self.bm25(counts)

    @found.register
    def _(self, node: query.Not):
        gone = self.answer(node.query)
        return {name: 1.0 for name in self.every() if name not in gone}

    @found.register
    def _(self, node: query.AndNot):
        gone = self.answer(node.b)
        return {name: s for name, s in self.answer(node.a).items() if name not in gone}

    @found.register
    def _(self, node: query.AndMaybe):
        more = self.answer(node.b)
        return {name: s + more.get(name, 0) for name, s in self.answer(node.a).items()}

    @found.register
    def _(self, node: query.Require):
        needed = self.answer(node.b)
        return {name: s for name, s in self.answer(node.a).items() if name in needed}

    @found.register
    def _(self, node: query.Every):
        return self.every()

    @found.register
    def _(self, node: query.Phrase):
        idf = sum(
            self.idf(sum(map(bool, self.counts(query.Term(node.fieldname, w)).values())))
            for w in node.words
        )
        return self.bm25(self.counts(node), idf)

    @found.register
    def _(self, node: query.Prefix):
        return self.expanded(node, lambda word: word.startswith(node.text))

    @found.register
    def _(self, node: query.Wildcard):
        return self.expanded(node, lambda word: fnmatchcase(word, node.text))

    @found.register
    def _(self, node: query.FuzzyTerm):
        return self.expanded(
            node,
            lambda word: (
                word.startswith(node.text[: node.prefixlength])
                and edits(word, node.text) <= node.maxdist
            ),
        )

    @found.register
    def _(self, node: query.TermRange):
        return self.expanded(node, lambda word: within(word, node))

    @found.register
    def _(self, node: query.NumericRange):
        divisor = 10000 if node.fieldname == "year" else 1
        return self.filtered(lambda r, p: bool(r.dated) and within(day(r) // divisor, node))

    def expanded(self, node, test):
        if node.fieldname in WORD_FIELDS:
            return self.bm25(self.times(node.fieldname, test))
        return self.filtered(lambda r, p: any(map(test, facet_values(r, p, node.fieldname))))

    def order(self, scores):
        """Paragraph ids, best score first, then newest report, report id and place."""
        pairs = [(r, p) for r, p in self.pairs if p.id in scores]
        key = lambda pair: (-scores[pair[1].id], -day(pair[0]), pair[0].id, pair[1].ordinal)  # noqa: E731
        return [p.id for _, p in sorted(pairs, key=key)]

    def facet(self, names, key):
        """Value -> (paragraphs, reports) among paragraph ids."""
        having = [
            (value, r.id, p.id)
            for r, p in self.pairs
            if p.id in names
            for value in facet_values(r, p, key)
        ]
        return {
            value: (
                sum(v == value for v, _, _ in having),
                len({r for v, r, _ in having if v == value}),
            )
            for value, _, _ in having
        }


def within(value, node):
    low = node.start is None or value > node.start or (value == node.start and not node.startexcl)
    high = node.end is None or value < node.end or (value == node.end and not node.endexcl)
    return low and high


@cache
def edits(word, other):
    """The distance by optimal string alignment, from its definition."""
    if not word or not other:
        return len(word) + len(other)
    choices = [
        edits(word[1:], other) + 1,
        edits(word, other[1:]) + 1,
        edits(word[1:], other[1:]) + (word[0] != other[0]),
    ]
    if len(word) > 1 and word[:2] == other[1::-1]:
        choices.append(edits(word[2:], other[2:]) + 1)
    return min(choices)
