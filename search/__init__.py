"""Turn a request into its answer: a page of paragraphs with facets, or figures on wording."""
