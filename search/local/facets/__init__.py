"""Matches to counts: how many paragraphs and reports have each value of each facet."""
