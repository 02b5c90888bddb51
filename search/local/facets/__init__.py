"""Matches in; how many paragraphs and reports have each value of each facet out."""
