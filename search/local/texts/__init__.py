"""What the index does not keep is looked for in stored texts: signs, capitals, negation."""
