"""The evidence command: its subcommands by name, and how it reports failures."""

from __future__ import annotations

import importlib
import logging
from importlib.metadata import version

import click

from corpus.datafile import FOLDER_VARIABLE
from corpus.errors import EvidenceError
from corpus.registry import registry

# A command's module is imported when it is called: `evidence read` needs no index and no Flask.
COMMANDS = {
    "index": "web.commands.index",
    "remove": "web.commands.index",
    "withdraw": "web.commands.withdraw",
    "doubts": "web.commands.doubts",
    "correct": "web.commands.correct",
    "read": "web.commands.read",
    "fetch": "web.commands.fetch",
    "watch": "web.commands.watch",
    "tag": "web.commands.tag",
    "search": "web.commands.search",
    "follow": "web.commands.follow",
    "status": "web.commands.status",
    "check": "web.commands.status",
    "backup": "web.commands.backup",
    "restore": "web.commands.backup",
    "serve": "web.commands.serve",
}


FRAMEWORKS = "frameworks"


class CommandGroup(click.Group):
    """The group of COMMANDS, each imported when it is first asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all commands, as `evidence --help` lists them."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command of that name, None where there is none."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(COMMANDS[name]), name)
        if all(parameter.name != FRAMEWORKS for parameter in command.params):
            command.params.append(make_frameworks_option())
        return command

    def invoke(self, context: click.Context) -> object:
        """Run the command. An error of ours ends it with one line and exit status 1."""
        try:
            return super().invoke(context)
        except EvidenceError as error:
            raise click.ClickException(one_line(str(error))) from error


def make_frameworks_option() -> click.Option:
    """Return the option of every command that names a folder of frameworks of one's own."""
    return click.Option(
        [f"--{FRAMEWORKS}"],
        type=click.Path(path_type=str),
        metavar="DIR",
        help=f"Directory of inspection frameworks of your own. [{FOLDER_VARIABLE}]",
        expose_value=False,
        is_eager=True,  # the values that other options take may come from it
        callback=use_frameworks,
    )


def use_frameworks(context: click.Context, option: click.Parameter, folder: str | None) -> None:
    """Have this command, and the processes that it starts, know the frameworks of a folder."""
    if folder is not None:
        registry.use_folder(folder)


def one_line(text: str) -> str:
    """Return the text with each run of white space as one space: a file name may hold any."""
    return " ".join(text.split())


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("evidence-search"), prog_name="evidence")
def main() -> None:
    """Search inspection reports for evidence and precedent wording.

    Exit status: 0 done; 1 some input was refused, each named with its reason, and all the
    rest is done; 2 wrong usage.
    """
    logging.basicConfig(level=logging.WARNING, format="evidence: %(message)s")


if __name__ == "__main__":
    main()
