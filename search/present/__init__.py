"""An answer in, a page out: hits with highlights and snippets, facets, sentence, suggestions."""
