"""Arguments of the evidence command in; lines of text or JSON out: its subcommands, grouped."""
