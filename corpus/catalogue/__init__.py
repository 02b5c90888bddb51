"""A list that a person keeps of reports, to what reports do not print of themselves."""
