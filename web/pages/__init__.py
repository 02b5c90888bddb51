"""Serve HTML pages, downloads and feeds, for people."""
