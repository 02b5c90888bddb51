"""Wordings are found in a trie in each of their spellings."""

import pytest

from search.language.wordings.trie import TrieNode, Wording, trie_ends

OTHER = Wording("unborn", ("unborn",), 0.9)


@pytest.fixture(scope="module")
def root():
    root = TrieNode()
    root.add(("pre", "birth"), "pre-birth", lambda: [OTHER])
    root.add(("prebirth",), "pre-birth", lambda: [OTHER])
    root.add(("pre", "birth", "plan"), "pre-birth plan", lambda: [OTHER])
    return root


@pytest.mark.parametrize(
    ("keys", "forms", "expected"),
    [
        (["pre", "birth"], {}, {(2, 0, "pre-birth")}),
        (["prebirth"], {}, {(1, 0, "pre-birth")}),
        (["pre", "birth", "plan"], {}, {(2, 0, "pre-birth"), (3, 0, "pre-birth plan")}),
        (["pre", "birth", "the", "plan"], {}, {(2, 0, "pre-birth"), (4, 1, "pre-birth plan")}),
        (["prebirths"], {0: [(("pre", "birth"), 1)]}, {(1, 0, "pre-birth")}),
        (["p", "b", "plan"], {0: [(("prebirth",), 2)]}, {(2, 0, "pre-birth")}),
        (["birth"], {}, set()),
        (["pre"], {}, set()),
    ],
)
def test_where_wordings_end(root, keys, forms, expected):
    ends = trie_ends(root, keys, 0, forms)
    assert {(size, inserted, *node.texts) for size, inserted, node in ends} == expected


def test_a_wording_ends_in_its_others(root):
    ((_, _, node),) = trie_ends(root, ["prebirth"], 0, {})
    assert list(node.others.values()) == [OTHER]
