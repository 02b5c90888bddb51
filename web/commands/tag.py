"""evidence tag: themes and polarity for lines of JSON, with the words that decided."""

from __future__ import annotations

import click

from corpus.errors import Refused
from corpus.tagging.json_lines import tag_lines
from web.commands import terminal

INPUT_FILE = click.Path(exists=True, dir_okay=False, readable=True, allow_dash=True)


@click.command()
@click.argument("file", type=INPUT_FILE, metavar="FILE.jsonl|-")
@click.pass_context
def tag(context: click.Context, file: str) -> None:
    """Tag lines of {"id", "text"[, "section"]} with themes, polarity and why."""
    refused = 0
    with click.open_file(file, "rb") as lines:
        for result in tag_lines(lines, "standard input" if file == "-" else file):
            if isinstance(result, Refused):
                terminal.warn(result)
                refused += 1
            else:
                terminal.print_json(result)
    context.exit(1 if refused else 0)
