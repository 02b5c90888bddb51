"""Addresses to HTML pages, downloads and feeds, for people."""
