"""What a curator knows better than the reader: a file of corrections, applied to reports."""
