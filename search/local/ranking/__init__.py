"""Matches to an order: BM25, similarity, priors, and the rows of the best scores."""
