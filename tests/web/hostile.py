"""A collection whose texts, titles and names are such as pages, files and feeds stumble over."""

from index.writer import writing
from tests.index.reports import report
from web import create_app

HOSTILE = (
    "\x00\x01\x0b\x1f control",
    "]]> <![CDATA[ & <b> end",
    "\ud800 half \udfff",
    "\ufffe \uffff none",
    "TY  - JOUR\r\nER  - \r\n broken",
    "=cmd|' /C calc'!A0",
    "x" * 60_000,
    '"quoted", and\nline\r\nfeeds\u2028\x85',
    "\u202e reversed \x7f\x9f",
)


def readable(words):
    """Words without halves of characters, which no reader gives but an index can hold."""
    return words.encode(errors="replace").decode()


def make_client(data):
    """A client of an index of hostile reports, made at `data`."""
    with writing(data) as writer:
        for number, words in enumerate(HOSTILE):
            fields = {"section": words[:500], "timescale": words[:50]}
            writer.put(
                report(
                    f"place-{number}",
                    (f"{words} plan", fields),
                    title=readable(words),
                    authority=readable(words[:200]) if number % 2 else None,
                    framework="other",
                )
            )
    return create_app({"data": str(data), "heavy_rate": ""}).test_client()
