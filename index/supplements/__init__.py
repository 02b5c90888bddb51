"""What an index keeps beside its commits to add to reports as they are read."""
