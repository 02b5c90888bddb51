"""The paragraphs of a collection in; word vectors, paragraph vectors and acronyms out."""
