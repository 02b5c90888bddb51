"""A matcher goes through a term's postings as Whoosh's own do."""

import pytest
from whoosh.matching.mcore import ReadTooFar

from index.whoosh.schema import SCHEMA
from index.whoosh.terms import TermsReader
from tests.index.reports import open_reader, report

TEXTS = ("plan", "visit", "plans plan and plan", "late plan here", "visit plan")
DOCS = [0, 2, 3, 4]


class Quality:
    """A scorer whose blocks have a quality."""

    def __init__(self, quality):
        self.quality = quality

    def block_quality(self, matcher):
        return self.quality


@pytest.fixture
def matcher(tmp_path):
    terms = TermsReader(open_reader(tmp_path, report("ash", *TEXTS)))
    return terms.matcher("text", b"plan", SCHEMA["text"].format, Quality(2.0))


def walk(matcher):
    while matcher.is_active():
        yield matcher.id(), matcher.weight(), matcher.value_as("positions")
        matcher.next()


def test_postings_come_one_by_one(matcher):
    assert list(walk(matcher)) == [(0, 1, [0]), (2, 3, [0, 1, 3]), (3, 1, [1]), (4, 1, [1])]
    with pytest.raises(ReadTooFar):
        matcher.id()
    with pytest.raises(ReadTooFar):
        matcher.next()
    matcher.reset()
    assert matcher.id() == 0


@pytest.mark.parametrize(
    ("doc", "rest"), [(0, DOCS), (1, DOCS[1:]), (2, DOCS[1:]), (4, DOCS[3:]), (5, [])]
)
def test_skipping_goes_to_the_first_that_is_not_before(matcher, doc, rest):
    matcher.skip_to(doc)
    assert list(matcher.all_ids()) == rest


def test_a_copy_stands_where_it_was_taken_and_goes_on_alone(matcher):
    matcher.next()
    twin = matcher.copy()
    twin.next()
    assert (matcher.id(), twin.id()) == (2, 3)


@pytest.mark.parametrize(("quality", "is_active"), [(1.9, True), (2.0, False)])
def test_the_only_block_is_left_where_its_quality_is_too_low(matcher, quality, is_active):
    matcher.skip_to_quality(quality)
    assert matcher.is_active() is is_active


def test_statistics_of_the_block(matcher):
    assert (matcher.block_min_length(), matcher.block_max_length()) == (1, 4)
    assert matcher.block_max_weight() == 3
    assert (matcher.value(), matcher.value_as("frequency")) == (b"", 1)


def test_positions_of_a_word_as_written(tmp_path):
    terms = TermsReader(open_reader(tmp_path, report("ash", *TEXTS)))
    matcher = terms.matcher("exact", b"plan", SCHEMA["exact"].format)
    assert list(walk(matcher))[1] == (2, 2, [1, 3])
