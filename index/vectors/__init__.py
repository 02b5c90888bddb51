"""The paragraphs of a collection to its word model: word and paragraph vectors, and acronyms."""
