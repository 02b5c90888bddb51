"""The bytes of a PDF, Word, HTML, Markdown or text file in, a Document of printed lines out."""
