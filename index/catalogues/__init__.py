"""The catalogues that an index keeps beside its commits, to be applied on every reading."""
