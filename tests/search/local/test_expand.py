"""The rows of a lexicon that prefixes, patterns, ranges and misspellings choose."""

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.segments.strings import Strings
from search.local.expand import between, like, near, with_prefix
from tests.search.engines.plain_evaluate import is_within, osa_distance

words = st.text("abé1", max_size=5)
lexicons = st.sets(words, max_size=12).map(lambda words: sorted(words, key=str.encode))
limits = st.one_of(st.none(), words)


@given(lexicons, words)
def test_words_that_begin_so(lexicon, prefix):
    rows = with_prefix(Strings.of(lexicon), prefix)
    assert [lexicon[row] for row in rows] == [w for w in lexicon if w.startswith(prefix)]


@given(lexicons, st.text("ab*?[]é!", max_size=5))
def test_words_of_a_pattern(lexicon, pattern):
    rows = like(Strings.of(lexicon), pattern)
    assert [lexicon[row] for row in rows] == [w for w in lexicon if fnmatchcase(w, pattern)]


@given(lexicons, limits, limits, st.booleans(), st.booleans())
def test_words_within_limits(lexicon, start, end, startexcl, endexcl):
    rows = between(Strings.of(lexicon), start, end, startexcl, endexcl)
    assert [lexicon[row] for row in rows] == [
        word for word in lexicon if is_within(word, start, end, startexcl, endexcl)
    ]


@given(words, lexicons, st.integers(0, 2), st.integers(0, 2))
def test_words_that_are_spelt_nearly_so(word, lexicon, edits, prefix):
    rows = near(Strings.of(lexicon), word, edits, prefix)
    assert [lexicon[row] for row in rows] == [
        other
        for other in lexicon
        if other.startswith(word[:prefix]) and osa_distance(word, other) <= edits
    ]


@pytest.mark.parametrize("edits", [1, 2])
def test_an_edit_may_be_a_letter_of_four_bytes(edits):
    words = ["plan", "plan" + "\U0001d52d" * edits]
    assert list(near(Strings.of(words), "plan", edits, 1)) == [0, 1]
