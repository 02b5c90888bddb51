"""Pages on what reports say of a topic: under two grades, and from year to year."""
