"""Lines and tables of a report in; the grades that they state, and its judgements, out."""
