"""One module for each group of the evidence command's subcommands."""
