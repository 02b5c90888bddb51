"""A search or a report in; files to take away out: CSV, RIS, feeds, and the originals."""
