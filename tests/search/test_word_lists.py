"""A file of words: parted by spaces and lines, without its comments."""

import sys

from search.word_lists import read_word_list


def test_words_are_read_and_comments_left_out(tmp_path, monkeypatch):
    package = tmp_path / "invented_words"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "small.txt").write_text("# Small words.\nthe of\n\n don't  the\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "invented_words", raising=False)
    assert read_word_list("invented_words", "small.txt") == {"the", "of", "don't"}
