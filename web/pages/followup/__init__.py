"""Pages that put the reports on one authority beside each other."""
