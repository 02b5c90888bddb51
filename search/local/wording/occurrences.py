"""Every occurrence of a phrase, ordered by the words beside it or by date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import islice

import msgspec
import numpy as np

from index.analysis import fold, patterns_of
from index.segments.arrays import Array
from index.segments.phrases import phrase_ends
from search.language.forms.as_printed import any_as_printed, as_indexed
from search.language.plan import PhraseForm, PhrasePlan
from search.local.filters import passing_rows, request_masks
from search.local.ranking.bm25 import Bm25
from search.local.texts.as_printed import is_printed_at
from search.local.wording.corpus import WordingCorpus
from search.local.wording.result import matching_docs
from search.records import Occurrence, Occurrences

COMPARED_WORDS = 4  # words before or after an occurrence that its order looks at


class PhrasePlaces(msgspec.Struct, frozen=True, eq=False):
    """Occurrences: the paragraph of each, the place of its first word in the tokens, and its number
    of words.
    """

    docs: Array
    starts: Array
    sizes: Array

    def take(self, rows: Array) -> PhrasePlaces:
        """Return the occurrences of some rows."""
        return PhrasePlaces(self.docs[rows], self.starts[rows], self.sizes[rows])


def find_occurrences(corpus: WordingCorpus, bm25: Bm25, plan: PhrasePlan) -> Occurrences:
    """Return the occurrences of a phrase, see `search.engine.Engine`."""
    request = plan.request
    places = phrase_places(corpus, bm25, plan)
    is_boilerplate = corpus.is_boilerplate[places.docs]
    if not plan.boilerplate:
        places = places.take(np.flatnonzero(~is_boilerplate))
    rows = ORDERS[plan.order](corpus, places)[request.start : request.start + request.limit]
    paragraphs = np.unique(places.docs)
    page = places.take(np.array(rows, np.intp))
    return Occurrences(
        len(places.docs),
        len(paragraphs),
        corpus.count_reports(paragraphs),
        int(np.count_nonzero(is_boilerplate)),
        tuple(
            occurrence(corpus, *place)
            for place in zip(
                page.docs.tolist(), page.starts.tolist(), page.sizes.tolist(), strict=True
            )
        ),
    )


def phrase_places(corpus: WordingCorpus, bm25: Bm25, plan: PhrasePlan) -> PhrasePlaces:
    """Return where a phrase occurs, in any of its forms, in living paragraphs that the filters let
    through and that its plan looks within: by place.
    """
    parts = [form_places(corpus, form) for form in plan.forms]
    docs, starts, sizes = map(np.concatenate, zip(*parts, strict=True))
    # Of forms that begin at one place, as `16` and `16 plus`, the longest is the occurrence.
    _, first = np.unique(starts[longest := np.lexsort((-sizes, starts))], return_index=True)
    places = PhrasePlaces(docs, starts, sizes).take(longest[first])
    passing = passing_rows(request_masks(plan.request, bm25), places.docs)
    if corpus.snapshot.alive is not None:
        passing &= corpus.snapshot.alive[places.docs]
    if plan.within is not None:
        passing &= np.isin(places.docs, matching_docs(bm25, plan.within))
    return places.take(np.flatnonzero(passing))


def form_places(corpus: WordingCorpus, form: PhraseForm) -> tuple[Array, Array, Array]:
    """Return where one form of a phrase occurs: paragraphs, places and sizes, as PhrasePlaces."""
    docs, starts = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    size, snapshot = len(form.words), corpus.snapshot
    words = tuple([as_indexed(word, form.field) for word in form.words])
    for reader, offset in zip(snapshot.readers, snapshot.offsets, strict=False):
        last = phrase_ends(reader, form.field, words)
        segment_docs = reader.docs_of(last).astype(np.int64)
        within = last - size + 1 - reader.token_first[segment_docs]
        docs.append(segment_docs + offset)
        starts.append(within + corpus.first[segment_docs + offset])
    all_docs, all_starts = np.concatenate(docs), np.concatenate(starts)
    if any_as_printed(form.words):
        firsts = all_starts - corpus.first[all_docs]
        rows = is_printed_at(snapshot, all_docs, firsts, form.words).nonzero()[0]
        all_docs, all_starts = all_docs[rows], all_starts[rows]
    return all_docs, all_starts, np.full(len(all_docs), size)


def by_following_words(corpus: WordingCorpus, places: PhrasePlaces) -> list[int]:
    """Return the rows in the order of the words after each occurrence."""
    after = places.starts + places.sizes
    return order_by_words(corpus, places, [after + step for step in range(COMPARED_WORDS)])


def by_preceding_words(corpus: WordingCorpus, places: PhrasePlaces) -> list[int]:
    """Return the rows in the order of the words before each occurrence, the nearest first."""
    before = places.starts - 1
    return order_by_words(corpus, places, [before - step for step in range(COMPARED_WORDS)])


def by_date(corpus: WordingCorpus, places: PhrasePlaces) -> list[int]:
    """Return the rows newest report first, then in the order of the report."""
    rows = np.lexsort((places.starts, corpus.columns.place_newest[places.docs]))
    return rows.tolist()  # type: ignore[no-any-return]  # numpy's stubs say Any


def order_by_words(
    corpus: WordingCorpus, places: PhrasePlaces, positions: Sequence[Array]
) -> list[int]:
    """Return the rows in the order of the words at `positions`; the end of a paragraph comes first.

    Rows of the vocabulary are in alphabetical order.
    """
    keys = []
    for at in positions:
        inside = (at >= corpus.first[places.docs]) & (at < corpus.first[places.docs + 1])
        keys.append(np.where(inside, corpus.tokens[np.where(inside, at, 0)], -1))
    rows = np.lexsort((places.starts, *reversed(keys)))
    return rows.tolist()  # type: ignore[no-any-return]  # numpy's stubs say Any


ORDERS: Mapping[str, Callable[[WordingCorpus, PhrasePlaces], list[int]]] = {
    "right": by_following_words,
    "left": by_preceding_words,
    "date": by_date,
}


def occurrence(corpus: WordingCorpus, doc: int, start: int, size: int) -> Occurrence:
    """Return the occurrence of `size` words from the place `start` on."""
    columns, row = corpus.columns, int(corpus.report_of[doc])
    reader, segment_doc = corpus.snapshot.locate(doc)
    text = reader.text[segment_doc]
    begin, end = word_span(text, start - int(corpus.first[doc]), size)
    return Occurrence(
        paragraph_id=reader.paragraph_id(segment_doc),
        report_id=reader.report_ids[int(reader.report_of[segment_doc])],
        ordinal=int(reader.arrays["doc.ordinal"][segment_doc]),
        authority=columns.names["authority"][columns.report_codes["authority"][row]],
        dated=to_date(int(columns.dates[row])),
        section=reader.names["section"][int(reader.arrays["doc.section"][segment_doc])],
        grade=corpus.grade_names[corpus.grades[doc]],
        text=text,
        start=begin,
        end=end,
        boilerplate=bool(corpus.is_boilerplate[doc]),
    )


def word_span(text: str, first: int, size: int) -> tuple[int, int]:
    """Return the characters of `size` words of a text from word number `first` on."""
    folded = fold(text)
    words = patterns_of(folded).word.finditer(folded)
    in_span = [*islice(words, first, first + size)]  # what is behind them is not looked at
    return in_span[0].start(), in_span[-1].end()


def to_date(number: int) -> date | None:
    """Return the day of a number YYYYMMDD, None for 0."""
    return date(number // 10000, number // 100 % 100, number % 100) if number else None
