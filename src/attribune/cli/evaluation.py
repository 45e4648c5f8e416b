"""Reading a corpus for ``attribune evaluate``, and the tables that it prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from attribune.article import Article
from attribune.desk.workers import open_workers
from attribune.evaluate.counts import Counts, total
from attribune.evaluate.floors import Floor, Floors, read_floors
from attribune.evaluate.gold import GoldArticle, Roles, attributions_of
from attribune.evaluate.report import Measure, Report
from attribune.evaluate.scoring import Read, count_article


def count_all(articles: Sequence[GoldArticle], jobs: int) -> Counts:
    """Counts of all articles, read by ``jobs`` processes with a reader each."""
    if jobs == 1:
        return count_part(articles)
    parts = [articles[first::jobs] for first in range(jobs)]
    with open_workers(jobs) as workers:
        counts = [workers.submit(count_part, part) for part in parts]
        return total(count.result() for count in counts)


def count_part(articles: Sequence[GoldArticle]) -> Counts:
    """Counts of some articles, read with a reader of their own."""
    read = open_reader()
    return total(count_article(article, read(article.text)) for article in articles)


def open_reader() -> Read:
    """The normal reading, from an article's text to the attributions that are scored.

    Gold offsets are the file's, so a text that canonical form would shift is read as it is.
    """
    from attribune.desk import Reader
    from attribune.intake import read_text

    reader = Reader.open()

    def read(text: str) -> Sequence[Roles]:
        article = read_text(text)
        return attributions_of(reader.read(article if article.text == text else Article(text)).statements)

    return read


def floors_of(corpus: Path, path: Path) -> Floors:
    """The floors in the file at ``path`` for the corpus, by its last two folders' names; none without a file."""
    measured = "/".join(corpus.resolve().parts[-2:])
    return read_floors(path, measured) if path.exists() else {}


def show(report: Report, floors: Floors) -> None:
    """Print the report as tables, with the floors and aims of the F1 figures and recalls."""
    console = Console()
    console.print(f"{report.articles} articles, {report.gold} gold attributions, {report.predicted} found")
    console.print(_measures(report, floors))
    console.print(_recalls(report, floors))


def _measures(report: Report, floors: Floors) -> Table:
    table = _table("", "P", "R", "F1", "floor", "aim")
    for name in ("lenient", "linked", "exact"):
        figure: Measure = getattr(report, name)
        table.add_row(f"whole attribution, {name}", *_cells(figure), *_bounds(floors.get(name), figure.f1))
    for role, measures in report.roles.items():
        bounds = _bounds(floors.get(f"{role}_exact"), measures.exact.f1)
        table.add_section()
        table.add_row(f"{role}, exact fragments", *_cells(measures.exact), *bounds)
        table.add_row(f"{role}, overlapping fragments", *_cells(measures.overlap))
        table.add_row(f"{role}, words", *_cells(measures.token))
    return table


def _recalls(report: Report, floors: Floors) -> Table:
    table = _table("lenient recall by quotation", "gold", "R", "floor", "aim")
    for quote, recall in report.recall.items():
        bounds = _bounds(floors.get(f"recall_{quote}"), recall)
        table.add_row(quote, str(report.kinds[quote]), f"{recall:.1f}", *bounds)
    return table


def _table(first: str, *columns: str) -> Table:
    table = Table(first)
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _cells(measure: Measure) -> list[str]:
    return [f"{figure:.1f}" for figure in (measure.precision, measure.recall, measure.f1)]


def _bounds(floor: Floor | None, figure: float) -> list[str]:
    if floor is None:
        return ["", ""]
    colour = "green" if floor.holds(figure) else "bold red"
    return [f"[{colour}]{floor.floor:.1f}[/]", "" if floor.aim is None else f"{floor.aim:.1f}"]
