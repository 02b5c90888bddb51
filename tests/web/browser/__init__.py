"""The pages in a real browser: how they look, and how they are used."""
