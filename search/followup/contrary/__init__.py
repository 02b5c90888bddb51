"""What speaks against a passage, in its report, in later ones and in those of peers."""
