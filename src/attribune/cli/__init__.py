"""The command line: one file a command, nothing heavy imported before a command needs it."""

from __future__ import annotations

import click

from attribune.cli.evaluate import evaluate_command
from attribune.cli.program import Program
from attribune.cli.read import read


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="attribune", message="%(prog)s %(version)s")
def main() -> None:
    """Read news and find out who said what, in which words.

    Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 something failed
    and was reported, 2 wrong usage.
    """


main.add_command(read)
main.add_command(evaluate_command)

__all__ = ["main"]
