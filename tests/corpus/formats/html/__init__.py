"""Tests of what is read from HTML pages."""
