"""Train corpus/tagging/themes.toml on labelled paragraphs, and measure it on those held back."""
