"""Two checkouts of this project to the ratios of their times, measured in turns in one run."""
