"""Lines in; the running text out, with headers, footers, footnotes and contents pages apart."""
