"""``attribune evaluate``: how well the reader does on a corpus with gold attributions."""

from __future__ import annotations

from pathlib import Path

import click

FLOORS = Path("quality/floors.json")


@click.command("evaluate")
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option("--limit", type=click.IntRange(min=1), help="Read only the first so many articles.")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to read with.")
@click.option("--floors", type=click.Path(path_type=Path), default=FLOORS, show_default=True, help="File of floors.")
def evaluate_command(corpus: Path, limit: int | None, form: str, jobs: int, floors: Path) -> None:
    """Score the reader on a corpus with known attributions.

    CORPUS is a part of PolNeAR: a folder that holds text/ and attributions/. Every article is read from its
    plain text, and what is found is matched with the annotators' work. Where the file of floors knows the
    corpus, floors and aims stand beside the figures.
    """
    import json
    from itertools import islice

    from attribune.cli.evaluation import count_all, floors_of, show
    from attribune.evaluate.polnear import read_polnear

    articles = list(islice(read_polnear(corpus), limit))
    report = count_all(articles, jobs).report()
    if form == "json":
        click.echo(json.dumps(report.to_dict(), indent=2))
    else:
        show(report, floors_of(corpus, floors) if limit is None else {})
