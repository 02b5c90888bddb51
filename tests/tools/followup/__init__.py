"""What became of recommendations: pairs read by hand, and the weights fitted to them."""
