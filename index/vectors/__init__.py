"""The words of a collection to word vectors, and its paragraphs to paragraph vectors."""
