"""Scanned reports: their pages are recognised, and the file is read again with their words."""
