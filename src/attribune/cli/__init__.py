"""The command line: one file a command, nothing heavy imported before a command needs it."""

from __future__ import annotations

import click

from attribune.cli.add import add
from attribune.cli.articles import articles
from attribune.cli.diff import diff
from attribune.cli.doctor import doctor
from attribune.cli.evaluate import evaluate_command
from attribune.cli.feed import feed
from attribune.cli.init import init
from attribune.cli.keeping import backup, restore, upgrade
from attribune.cli.program import Program
from attribune.cli.read import read
from attribune.cli.reread import reread
from attribune.cli.review import review
from attribune.cli.search import search
from attribune.cli.show import show
from attribune.cli.speakers import speakers
from attribune.cli.verify import verify
from attribune.cli.watch import watch

SECTIONS: dict[str, tuple[click.Command, ...]] = {
    "Read": (read, evaluate_command),
    "Keep": (init, add, feed, reread, backup, restore, upgrade),
    "Find": (search, show, speakers, articles, diff, watch),
    "Prove": (review, verify, doctor),
}


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="attribune", message="%(prog)s %(version)s")
def main() -> None:
    """Read news and find out who said what, in which words; keep it, search it, prove it.

    Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 something failed
    and was reported, 2 wrong usage.
    """


for heading, commands in SECTIONS.items():
    main.add_section(heading, commands)

__all__ = ["main"]
