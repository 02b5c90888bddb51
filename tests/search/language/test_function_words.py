"""The list of function words: small words, as the index has them."""

from index.analysis import terms
from search.language.function_words import function_words, stems_of_function_words


def test_small_words_are_function_words_and_others_are_not():
    assert {"the", "of", "have", "too", "not", "don't"} <= function_words()
    assert not {"children", "plans", "timely"} & function_words()


def test_their_stems_are_those_of_the_index():
    assert {"becom", "make", "veri", "not"} <= stems_of_function_words()


def test_each_is_one_word_of_the_index():
    assert [word for word in function_words() if terms(word) != [word]] == []
