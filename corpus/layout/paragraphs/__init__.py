"""The lines of the running text in, the headings, paragraphs and bullets that they make out."""
