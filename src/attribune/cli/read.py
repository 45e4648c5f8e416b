"""``attribune read``: who said what in articles."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING

import click

from attribune.cli.program import FAILED
from attribune.cli.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from attribune.cli.progress import Watch
    from attribune.desk import Failure
    from attribune.reading import Reading

FORMATS = ("table", "json", "jsonl", "html")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|-")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Of the output.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to read with.")
@click.option("--output", "-o", metavar="FILE", help="Write here; with --format html a name without .html is a folder.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.pass_context
def read(ctx: click.Context, paths: tuple[str, ...], form: str, jobs: int, output: str | None, color: str) -> None:
    """Read articles: who said what, how firmly, in which words.

    A PATH is a text, HTML or JSON Lines file, or a folder of them; - is standard input. table is for the eye;
    json is one object for one article and a list for several; jsonl is one object a line, written as it comes;
    html is a page for each article.
    """
    from attribune.cli.progress import watching
    from attribune.cli.writers import writing
    from attribune.desk import count_paths, read_paths

    tally = Tally()
    with writing(form, output, color, paths) as write:
        found = read_paths(paths, jobs=jobs, omit=output)
        files = count_paths(paths, omit=output)
        with closing(found), watching(files, quiet=_shares_terminal(output)) as watch:
            write(_readings(found, tally, watch))
        if not tally.articles:
            _finish(ctx, tally)  # before an output that was there is replaced by nothing
    _finish(ctx, tally)


def _finish(ctx: click.Context, tally: Tally) -> None:
    tally.report()
    if tally.failed:
        ctx.exit(FAILED)


def _readings(found: Iterable[Reading | Failure], tally: Tally, watch: Watch) -> Iterator[Reading]:
    """The readings alone; failures are said as they come, and all are counted."""
    from attribune.reading import Reading

    for one in found:
        if isinstance(one, Reading):
            tally.add(one)
            for rejection in one.rejections:
                watch.complain(f"{one.article.file or one.article.ref or 'the article'}: {rejection.reason}")
            watch.saw(one.article.file)
            yield one
        else:
            tally.miss(one)
            watch.complain(one.line)
            watch.saw(one.name)


def _shares_terminal(output: str | None) -> bool:
    """Whether results appear in the terminal where progress would be drawn."""
    return output is None and sys.stdout is not None and sys.stdout.isatty()
