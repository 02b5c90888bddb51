"""Themes and polarity: paragraphs go in; out come tags, with the words that explain each."""
