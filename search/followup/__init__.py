"""What follows from one report to others: of the same authority, and of its peers."""
