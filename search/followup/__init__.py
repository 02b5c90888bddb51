"""What became of a matter: reports compared with each other, and what speaks against a passage."""
