"""Wordings that mean the same: their groups in the file, and the trie that finds them."""
