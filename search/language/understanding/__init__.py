"""A query in; what its writer meant by it out: questions, misspelt words, names and dates."""
