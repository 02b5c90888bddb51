"""Addresses in; HTML pages, downloads and feeds out, for people."""
