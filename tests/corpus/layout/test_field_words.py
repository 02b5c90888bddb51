"""The words of the field are data that people can read."""

from corpus.layout.field_words import field_words


def test_words_of_the_field_are_small_letters_in_order():
    text = sorted(field_words())
    assert len(text) > 1_000
    assert all(word == word.casefold() and word.replace("-", "").isalpha() for word in text)
