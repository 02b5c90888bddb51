"""Training corpus/themes.toml on labelled paragraphs, and measuring it on those held back."""
