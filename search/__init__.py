"""A question to ranked paragraphs, facets and wording."""
