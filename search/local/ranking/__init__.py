"""Matches in, their order of relevance out: BM25, similarity, priors, the best scores."""
