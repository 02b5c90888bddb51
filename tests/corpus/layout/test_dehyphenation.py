"""Line-end hyphens, joined as a reader would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.layout.dehyphenation import (
    HYPHENATED_WORD,
    DocumentWords,
    join_lines,
    join_pair,
    split_at_others,
)

WORDS = DocumentWords(
    (
        "Children in care and 16-year-olds, well-being and a decision made in meetings of staff.",
        "A multi-agency plan; safeguarding; the placement, face-to-face and up-to-date.",
    )
)
NONE = DocumentWords(())


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("most chil-", "dren are safe", "most children are safe"),
        ("a multi-", "agency plan", "a multi-agency plan"),
        ("a multi-agen-", "cy plan", "a multi-agency plan"),
        ("a Multi-", "Agency plan", "a Multi-Agency plan"),
        ("CHIL-", "DREN IN CARE", "CHILDREN IN CARE"),
        ("when pre-", "placement visits", "when pre-placement visits"),
        ("for 16-", "and 17-year-olds", "for 16- and 17-year-olds"),
        ("for 16-", "17-year-olds", "for 16-17-year-olds"),
        ("in 2012-", "13 and", "in 2012-13 and"),
        ("in decision-", "meetings", "in decision-meetings"),
        ("regular face-", "to-face visits", "regular face-to-face visits"),
        ("regular face-to-", "face visits", "regular face-to-face visits"),
        ("short-", "and long-term", "short- and long-term"),
        ("the safe­", "guarding lead", "the safeguarding lead"),
        ("the well­", "being of", "the well-being of"),
        ("was good -", "but late", "was good - but late"),
        ("aged 5–", "16 years", "aged 5–16 years"),
        ("care –", "and often", "care – and often"),
        ("and/", "or harm", "and/or harm"),
        ("no hyphen", "here", "no hyphen here"),
        ("", "first", "first"),
    ],
    ids=lambda text: text.replace(" ", "_"),
)
def test_join_pair(above, below, joined):
    assert join_pair(above, below, WORDS) == joined


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("other agen-", "cies came", "other agencies came"),
        ("the safe-", "guarding lead", "the safeguarding lead"),
        ("the inspec-", "torate came", "the inspectorate came"),
        ("the quillen-", "trope came", "the quillentrope came"),
        ("a long-", "term plan", "a long-term plan"),
        ("of re-", "referrals", "of re-referrals"),
        ("a self-", "quillen plan", "a self-quillen plan"),
        ("a hard-", "quillen plan", "a hard-quillen plan"),
        ("easy-", "to-quillen words", "easy-to-quillen words"),
        ("in North-", "Easterby", "in North-Easterby"),
    ],
)
def test_a_word_that_the_document_does_not_show_is_joined_as_the_field_spells_it(
    above, below, joined
):
    assert join_pair(above, below, NONE) == joined


def test_the_pieces_of_cut_words_are_no_words():
    words = DocumentWords(("the quillen-", "trope came", "the quillen-", "trope went"))
    assert join_lines(words.texts[:2], words) == "the quillentrope came"


def test_the_commoner_spelling_of_the_document_counts():
    words = DocumentWords(("a quillen-trope, a quillentrope and one more quillentrope",))
    assert join_pair("the quillen-", "trope", words) == "the quillentrope"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("is up- to-date now", "is up-to-date now"),
        ("by day- to-day work", "by day-to-day work"),
        ("a multi- agency plan", "a multi-agency plan"),
        ("short- and long-term", "short- and long-term"),
        ("11- to 18-year-olds", "11- to 18-year-olds"),
        ("good - but late", "good - but late"),
        ("a quillen- trope", "a quillen- trope"),
    ],
)
def test_a_space_behind_a_hyphen_goes_where_the_word_goes_on(printed, read):
    assert join_lines([printed], WORDS) == read


def test_many_lines_join_as_two_do():
    lines = ["for 16-", "and 17-year-olds, chil-", "dren and", "families"]
    assert join_lines(lines, WORDS) == "for 16- and 17-year-olds, children and families"


KNOWN = [
    "children",
    "inspectors",
    "multi-agency",
    "well-informed",
    "safeguarding",
    "face-to-face",
    "carers",
    "day",
]


def typeset(words: list[str], cuts: list[int]) -> list[str]:
    """Return the lines of words as a typesetter breaks them: each ends within a word, or after it."""
    lines, line = [], ""
    for word, cut in zip(words, cuts, strict=True):
        line = f"{line} {word}".strip()
        place = len(word) - cut
        if 0 < cut < len(word) and word[place] != "-":
            begin, rest = line[:-cut], line[-cut:]
            lines.append(begin if begin.endswith("-") else f"{begin}-")
            line = rest
        elif cut == 0:
            lines.append(line)
            line = ""
    return [*lines, line] if line else lines


@given(st.lists(st.tuples(st.sampled_from(KNOWN), st.integers(0, 14)), min_size=1, max_size=30))
def test_known_words_broken_anywhere_are_read_as_they_were(choices):
    words = [word for word, _ in choices]
    lines = typeset(words, [cut for _, cut in choices])
    known = DocumentWords((" ".join(KNOWN), *lines))
    assert join_lines(lines, known) == " ".join(words)


@given(st.text("abé-‑ ’'1²_.", max_size=30))
def test_words_are_split_as_their_pattern_finds_them(text: str) -> None:
    assert list(split_at_others(text)) == HYPHENATED_WORD.findall(text)
