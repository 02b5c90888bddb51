"""Addresses to HTML pages and exports for people."""
