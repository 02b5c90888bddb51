"""Pages that are pictures: recognise their text with Tesseract, where it is installed."""
