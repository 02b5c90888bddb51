"""A request in, its plan out: lexer, parser, fields, vocabulary, negation, spelling, meaning."""
