"""A request in; a page of ranked paragraphs with facets, or figures on wording, out."""
