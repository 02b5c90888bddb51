"""A word that the collection lacks is taken for one that it often has, and no other word is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import stem
from search.language.edit_distance import is_near
from search.language.forms.compounds import Compounds
from search.language.parser import parse
from search.language.understanding.correction import (
    MAX_CHECKED_WORDS,
    MAX_CORRECTED_WORDS,
    checked_words,
    correct,
    corrected_spans,
    replace_spans,
)
from search.language.understanding.spelling import RARE_PARAGRAPHS
from search.language.vocabulary import Vocabulary
from search.language.wordings.groups import WordingGroup
from search.model import Span
from tests.search.engines.plain_index import PlainIndex
from tests.search.worlds import make_reports

PLACES = {
    "leavers": 900,
    "leaves": 40,
    "accommodation": 500,
    "care": 9000,
    "safeguarding": 800,
    "rare": RARE_PARAGRAPHS,
    "drift": 300,
    "supervision": 200,
    "hounslow": 30,
    "bedford": 30,
    "country": 700,
    "therefore": 700,
    "towel": 30,
    "multi": 90,
    "agency": 90,
    "short": 90,
    "term": 60,
    "them": 900,
    "growing": 40,
    "date": 40,
}
COMPOUNDS = "Multi-agency, care-leavers, short term and up-to-date; overcrowding, crowdingly."


class Collection:
    """A collection whose words occur as often as PLACES says."""

    compounds = Compounds(PlainIndex(make_reports([("ash", [COMPOUNDS], {})])))

    def names(self, field: str) -> tuple[str, ...]:
        return ("Seftan", "East Hounslaw") if field == "authority" else ()

    def frequency(self, stemmed: str) -> int:
        return sum(count for word, count in PLACES.items() if stem(word) == stemmed)

    def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
        near = [w for w, n in PLACES.items() if n > more_than and is_near(w, word, edits)]
        return tuple(sorted(near, key=lambda other: -PLACES[other]))


def corrected(query: str, vocabulary: Vocabulary | None = None) -> str:
    return correct(parse(query, vocabulary=vocabulary), Collection()).text


@pytest.mark.parametrize(
    ("query", "searched"),
    [
        ("care leavres accomodation", "care leavers accommodation"),
        ("Accomodation", "accommodation"),
        ("safegarding-drifft", "safeguarding-drift"),
        ("suppervisoin", "supervision"),
        ("drift leaver", "drift leaver"),  # another form of a word that is there
        ("raree", "raree"),  # the near word is not common
        ("car", "car"),  # too short
        ("drit", "drit"),
        ("safegurdng", "safeguarding"),  # two letters are missing
        ("drifftt", "drifftt"),  # two letters too many in a short word
        ('"accomodation"', '"accomodation"'),
        ('care "leavres" leavres', 'care "leavres" leavers'),
        ("accomodat*", "accomodat*"),
        ("accomodation~", "accomodation~"),
        ("-accomodation drift", "-accomodation drift"),
        ("accomodation OR drift", "accomodation OR drift"),
        ("authority:accomodation", "authority:accomodation"),
        ("Hounslaw drift", "Hounslaw drift"),  # part of a name
        ("Bradford", "Bradford"),  # the collection lacks it, and it is called so
        ("coventry drifft", "coventry drift"),
        ("neglect in Tower Hamlets", "neglect in Tower Hamlets"),
        ("Hereford", "Hereford"),
        ("Coventri", "Coventri"),
        ("2019a", "2019a"),
        ("naïvesafeguarding", "naïvesafeguarding"),
        ("", ""),
        ("👍", "👍"),
    ],
)
def test_what_is_searched(query, searched):
    assert corrected(query) == searched


@pytest.mark.parametrize(
    ("query", "searched", "others"),
    [
        ("noone", "no one", ("none",)),  # both are function words: they come first
        ("noone drifft", "no one drift", ("none",)),
        ("thedrift", "the drift", ()),
        ("infact", "in fact", ("infant",)),  # though one word is near, people often write it so
        ("Alot of drift", "a lot of drift", ()),
        ("eachother", "each other", ()),
        ("drifft", "drift", ()),
    ],
)
def test_words_that_were_run_together_are_parted(query, searched, others):
    class Talking(Collection):
        compounds = Compounds(PlainIndex(make_reports([("ash", ["No one stops the drift."], {})])))

        def near_words(self, word: str, edits: int, more_than: int) -> tuple[str, ...]:
            near = {"noone": ("none",), "infact": ("infant",)}
            return near.get(word) or super().near_words(word, edits, more_than)

    collection = Talking()
    result = correct(parse(query, compounds=collection.compounds), collection)
    assert (result.text, result.corrections[0].others) == (searched, others)


def test_words_that_are_printed_as_one_are_not_parted(build_engine):
    engine = build_engine(("ash", ["We have alot of drift."], {}))
    assert correct(parse("alot drift"), engine).corrections == ()


@pytest.mark.parametrize(
    ("query", "searched"),
    [
        ("multi-agancy", "multi-agency"),
        ("Multi-Agancy drift", "Multi-agency drift"),
        ("multi‑agancy", "multi‑agency"),
        ("mlti-agency", "multi-agency"),
        ("care-leavres", "care-leavers"),  # not leaves, which are printed with no care
        ("short-trem drift", "short-term drift"),  # not them, though it is more frequent
        ("up-to-daet", "up-to-date"),
        ("multi-agancy drifft", "multi-agency drift"),
        # Two slips in one.
        ("multti-agancy", "multi-agency"),
        ("crae-leavres drift", "care-leavers drift"),
        ("short-trem short-trem", "short-term short-term"),
        ("growing-leavres", "growing-leavres"),  # no compound, whatever is changed
        # No compound that is printed.
        ("drift-agancy", "drift-agancy"),
        ("over-crowdin", "over-crowdin"),
        ("over-crowding", "over-crowding"),  # printed as one word
        ("multi-term", "multi-term"),  # both are words
        ("up-to-da", "up-to-da"),  # too short
        ("multi-2agency", "multi-2agency"),
        ('"multi-agancy"', '"multi-agancy"'),
        ("drift -multi-agancy", "drift -multi-agancy"),
        ("multi-agancy OR drift", "multi-agancy OR drift"),
        ("multi-agancy*", "multi-agancy*"),
        ("multi-hounslaw", "multi-hounslaw"),  # part of a name
    ],
)
def test_a_part_of_a_compound_is_corrected_where_that_is_printed(query, searched):
    parsed = parse(query, compounds=Collection.compounds)
    assert correct(parsed, Collection()).text == searched


def test_a_wording_of_which_a_compound_is_a_part_is_corrected_too():
    words = Vocabulary([WordingGroup(("multi-agency drift", "joint drift"))])
    parsed = parse("multi-agancy drift", vocabulary=words, compounds=Collection.compounds)
    (correction,) = correct(parsed, Collection()).corrections
    assert (correction.span, correction.typed, correction.word) == (Span(6, 12), "agancy", "agency")


def test_a_wording_of_the_vocabulary_is_never_corrected():
    words = Vocabulary([WordingGroup(("accomodation", "lodgings"))])
    for widen in (True, False):
        parsed = parse("accomodation", vocabulary=words, widen=widen)
        assert correct(parsed, Collection()).corrections == ()


def test_a_correction_says_what_was_typed_where_and_what_else_it_may_be():
    first, second = correct(parse("leavres of accomodation"), Collection()).corrections
    assert (first.span, first.typed, first.word, first.others) == (
        Span(0, 7),
        "leavres",
        "leavers",
        ("leaves",),
    )
    assert (second.span, second.word, second.others) == (Span(11, 23), "accommodation", ())


def test_only_so_many_words_are_corrected():
    query = "accomodation " * (MAX_CORRECTED_WORDS + 1)
    assert corrected(query).split().count("accommodation") == MAX_CORRECTED_WORDS


@given(st.lists(st.sampled_from(["leavres", "care", '"leavres"', "accomodation", "the"])))
def test_corrected_spans_are_where_the_words_stand(words):
    query = correct(parse(" ".join(words)), Collection())
    spans = list(corrected_spans(query.corrections))
    assert [query.text[span.start : span.end] for span in spans] == [
        one.word for one in query.corrections
    ]
    typed = [(span, one.typed) for span, one in zip(spans, query.corrections, strict=True)]
    assert replace_spans(query.text, typed) == " ".join(words)


def test_of_a_long_compound_only_so_many_words_are_looked_at():
    (*parts,) = checked_words(parse("multi-agancy-" * 100, compounds=Collection.compounds))
    assert len(parts) == MAX_CHECKED_WORDS
