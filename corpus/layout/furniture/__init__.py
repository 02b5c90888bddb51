"""Page furniture: lines in; running text out, with headers, footers, notes and contents apart."""
