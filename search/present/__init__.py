"""An answer to a page: hits with highlights and snippets, facets, the sentence, suggestions."""
