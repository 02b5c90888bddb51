"""The conformance suite: what every engine promises, asked of each engine in `builders`."""
