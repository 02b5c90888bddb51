"""Paragraphs in; themes and polarity out, with the words that explain each."""
