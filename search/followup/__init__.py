"""What reports on one authority say of each other: what became of what was asked for."""
