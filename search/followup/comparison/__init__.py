"""Two reports on one authority, side by side."""
