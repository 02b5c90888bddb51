"""Inspection frameworks, grade scales and common headings: TOML files in, records out."""
