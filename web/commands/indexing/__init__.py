"""What the commands that put files into the index share."""
