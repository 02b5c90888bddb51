"""Read the CSV files that the service sends, as strictly as a program may."""

import csv
import io


def read_csv(text):
    """The headings of a CSV file, and its rows as heading -> cell."""
    assert text.startswith("\ufeff")
    head, *lines = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    assert len(set(head)) == len(head)
    return head, [dict(zip(head, line, strict=True)) for line in lines]
