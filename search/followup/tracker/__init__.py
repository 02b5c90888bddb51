"""What became of the recommendations to an authority, as later reports tell."""
