"""Arguments of the evidence command to lines of text or JSON: its subcommands, grouped."""
