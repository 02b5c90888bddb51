"""Paragraphs to themes and polarity, with the words that explain them."""
